import type { Script } from './script.ts';

/** Accents fall before this is asked. */
export const greek: Script = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'ks', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's',
  τ: 't', υ: 'i', φ: 'f', χ: ['kh', 'š'], ψ: 'ps', ω: 'o',
  αι: 'e', ει: 'i', οι: 'i', ου: 'u', αυ: ['av', 'af'], ευ: ['ev', 'ef'], γι: ['gi', 'yi'], γγ: 'ng', γκ: 'g', '^μπ': 'b', μπ: ['b', 'mb'], '^ντ': 'd', ντ: ['nt', 'd'], τζ: ['dzh', 'tz'], τσ: ['č', 'ts'],
};
