package io.sluice.pipeline;

/** What a sink that does not open does to the run. */
enum Need {
  REQUIRED,
  OPTIONAL
}
