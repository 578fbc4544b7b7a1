/** Answers many prompts from one input, within limits, with a state that survives a crash. */
module io.sluice.batch {
  requires transitive io.sluice.core;
  requires de.siegmar.fastcsv;
  requires static org.jspecify;

  exports io.sluice.batch;
  exports io.sluice.batch.row;
  exports io.sluice.batch.input;
  exports io.sluice.batch.journal;
  exports io.sluice.batch.pace;
  exports io.sluice.batch.result;
}
