package mycelial.market;

/** Whether market data was traded somewhere or made by a generator. */
public enum Provenance {
  REAL,
  SYNTHETIC
}
