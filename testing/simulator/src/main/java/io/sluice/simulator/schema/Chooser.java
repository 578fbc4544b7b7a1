package io.sluice.simulator.schema;

/** Chooses one of several by their weights. */
public interface Chooser {
  /** The index of the one that is chosen; there is at least one weight. */
  int choose(double[] weights);
}
