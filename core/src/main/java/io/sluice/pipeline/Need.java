package io.sluice.pipeline;

/** How much a run needs a sink: whether one that does not open ends it. */
enum Need {
  REQUIRED,
  OPTIONAL,
  /** Nothing either, and for its sake alone no stream goes on. */
  NONE
}
