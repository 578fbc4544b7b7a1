package io.sluice.stages;

import io.sluice.stage.Stage;
import io.sluice.testkit.StageContract;
import java.util.function.Supplier;

class WordsContractTest extends StageContract {

  @Override
  protected Supplier<Stage> stage() {
    return Stages.words();
  }

  @Override
  protected int longestHeldBack() {
    return 256;
  }
}
