/**
 * Designs whose power can be worked out, each as the variance of its effect in standard deviations and its degrees of freedom
 * (Dong and Maynard 2013, PowerUp!, J Research on Educational Effectiveness 6(1):24-67; the same formulas as PowerUpR). Sizes are of what is
 * analysed: after attrition.
 */

import { type SteppedWedgeDesign, steppedVariance } from "./stepped-wedge.ts";

export type { SteppedWedgeDesign } from "./stepped-wedge.ts";

interface Arms {
  /** Share of what is randomised that gets the intervention: 0.5 for equal arms. */
  readonly treated: number;
}

/** People are randomised. */
export interface IndividualDesign extends Arms {
  readonly kind: "individual";
  readonly participants: number;
  /** Share of variance that covariates explain, and how many they are. */
  readonly explained: number;
  readonly covariates: number;
}

/** People are randomised within blocks: sites, schools. */
export interface BlockedDesign extends Arms {
  readonly kind: "blocked";
  readonly blocks: number;
  readonly perBlock: number;
  readonly explained: number;
  /** Fixed: the answer is about these blocks. Random: about all like them, and the effect varies among them. */
  readonly effects: BlockEffects;
  readonly covariates: number;
}

export type BlockEffects =
  | { readonly kind: "fixed" }
  | {
      readonly kind: "random";
      /** Share of the variance that lies between blocks. */
      readonly icc: number;
      /** Variance of the effect among blocks, over the variance between blocks. */
      readonly variation: number;
    };

/** Groups are randomised. */
export interface ClusterDesign extends Arms {
  readonly kind: "cluster";
  readonly clusters: number;
  readonly perCluster: number;
  readonly icc: number;
  readonly explained: { readonly cluster: number; readonly individual: number };
  /** Covariates at the level of clusters. */
  readonly covariates: number;
  /** Coefficient of variation of the sizes of the clusters. */
  readonly sizeVariation: number;
}

/** Groups are randomised that hold groups: schools with classes. */
export interface ThreeLevelDesign extends Arms {
  readonly kind: "three-level";
  readonly clusters: number;
  readonly groups: number;
  readonly perGroup: number;
  readonly icc: number;
  readonly groupIcc: number;
  readonly explained: { readonly cluster: number; readonly group: number; readonly individual: number };
  readonly covariates: number;
  readonly sizeVariation: number;
}

/** Groups are randomised within blocks. */
export interface BlockedClusterDesign extends Arms {
  readonly kind: "blocked-cluster";
  readonly blocks: number;
  /** In each block. */
  readonly clusters: number;
  readonly perCluster: number;
  readonly icc: number;
  readonly explained: { readonly cluster: number; readonly individual: number };
  readonly effects: BlockEffects;
  readonly covariates: number;
  readonly sizeVariation: number;
}

export type PowerDesign =
  | IndividualDesign
  | BlockedDesign
  | ClusterDesign
  | ThreeLevelDesign
  | BlockedClusterDesign
  | SteppedWedgeDesign;

/** What is counted when more of them are needed. */
export const countedIn = (design: PowerDesign): "participants" | "clusters" =>
  design.kind === "individual" || design.kind === "blocked" ? "participants" : "clusters";

/** How many of them there are, in all arms and blocks together. */
export function sizeOf(design: PowerDesign): number {
  switch (design.kind) {
    case "individual":
      return design.participants;
    case "blocked":
      return design.blocks * design.perBlock;
    case "blocked-cluster":
      return design.blocks * design.clusters;
    default:
      return design.clusters;
  }
}

/** The same design with another number of them; the number of blocks stays. */
export function withSize(design: PowerDesign, size: number): PowerDesign {
  switch (design.kind) {
    case "individual":
      return { ...design, participants: size };
    case "blocked":
      return { ...design, perBlock: size / design.blocks };
    case "blocked-cluster":
      return { ...design, clusters: size / design.blocks };
    default:
      return { ...design, clusters: size };
  }
}

/**
 * Variance of the standardised difference. Clusters of unequal size count as if their variance were 1 + CV^2 times as large (Eldridge,
 * Ashby and Kerry 2006, Int J Epidemiol 35:1292-1300).
 */
export function varianceOf(design: PowerDesign): number {
  const arms = design.treated * (1 - design.treated);
  switch (design.kind) {
    case "individual":
      return (1 - design.explained) / (arms * design.participants);
    case "blocked": {
      const { blocks, perBlock, effects, explained } = design;
      const within = effects.kind === "random" ? 1 - effects.icc : 1;
      return amongBlocks(effects, blocks) + (within * (1 - explained)) / (arms * blocks * perBlock);
    }
    case "cluster": {
      const { clusters, perCluster, icc, explained, sizeVariation } = design;
      return (
        (icc * (1 + sizeVariation ** 2) * (1 - explained.cluster)) / (arms * clusters) +
        ((1 - icc) * (1 - explained.individual)) / (arms * clusters * perCluster)
      );
    }
    case "three-level": {
      const { clusters, groups, perGroup, icc, groupIcc, explained, sizeVariation } = design;
      return (
        (icc * (1 + sizeVariation ** 2) * (1 - explained.cluster)) / (arms * clusters) +
        (groupIcc * (1 - explained.group)) / (arms * clusters * groups) +
        ((1 - icc - groupIcc) * (1 - explained.individual)) / (arms * clusters * groups * perGroup)
      );
    }
    case "stepped-wedge":
      return steppedVariance(design);
    case "blocked-cluster": {
      const { blocks, clusters, perCluster, icc, explained, effects, sizeVariation } = design;
      const within = 1 - icc - (effects.kind === "random" ? effects.icc : 0);
      return (
        amongBlocks(effects, blocks) +
        (icc * (1 + sizeVariation ** 2) * (1 - explained.cluster)) / (arms * blocks * clusters) +
        (within * (1 - explained.individual)) / (arms * blocks * clusters * perCluster)
      );
    }
  }
}

const amongBlocks = (effects: BlockEffects, blocks: number): number =>
  effects.kind === "random" ? (effects.icc * effects.variation) / blocks : 0;

/** Degrees of freedom of the test of the effect. */
export function freedomOf(design: PowerDesign): number {
  switch (design.kind) {
    case "individual":
      return design.participants - design.covariates - 2;
    case "blocked":
      return design.effects.kind === "random"
        ? design.blocks - design.covariates - 1
        : design.blocks * (design.perBlock - 2) - design.covariates;
    case "blocked-cluster":
      return design.effects.kind === "random"
        ? design.blocks - design.covariates - 1
        : design.blocks * (design.clusters - 2) - design.covariates;
    default:
      return design.clusters - design.covariates - 2;
  }
}

/** The variance of the effect beside that of as many people randomised one by one: 1 + (m - 1) x icc for equal clusters without covariates. */
export function designEffect(design: ClusterDesign): number {
  const { perCluster, icc, sizeVariation } = design;
  return 1 + ((1 + sizeVariation ** 2) * perCluster - 1) * icc;
}
