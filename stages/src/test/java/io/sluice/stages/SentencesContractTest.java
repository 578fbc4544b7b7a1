package io.sluice.stages;

import io.sluice.stage.Stage;
import io.sluice.testkit.StageContract;
import java.util.function.Supplier;

class SentencesContractTest extends StageContract {

  @Override
  protected Supplier<Stage> stage() {
    return Stages.sentences();
  }

  @Override
  protected int longestHeldBack() {
    return 2048;
  }
}
