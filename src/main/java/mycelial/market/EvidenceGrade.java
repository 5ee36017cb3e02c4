package mycelial.market;

/** How well an idea's cause is supported. */
public enum EvidenceGrade {
  /** A positive mean over enough outcomes; may well be luck. */
  EXPLORATORY,
  /** Passed the swarm's false-discovery level. */
  PROVEN
}
