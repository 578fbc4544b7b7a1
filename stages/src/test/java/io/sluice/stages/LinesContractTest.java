package io.sluice.stages;

import io.sluice.stage.Stage;
import io.sluice.testkit.StageContract;
import java.util.function.Supplier;

class LinesContractTest extends StageContract {

  @Override
  protected Supplier<Stage> stage() {
    return Stages.lines();
  }

  @Override
  protected int longestHeldBack() {
    return 8192;
  }
}
