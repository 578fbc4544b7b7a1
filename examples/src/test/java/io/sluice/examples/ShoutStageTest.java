package io.sluice.examples;

import io.sluice.stage.Stage;
import io.sluice.testkit.StageContract;
import java.util.function.Supplier;

/** The duties of a stage, checked of the one that the page on stages shows. */
class ShoutStageTest extends StageContract {
  @Override
  protected Supplier<Stage> stage() {
    return ShoutStage::new;
  }

  @Override
  protected int longestHeldBack() {
    return 0;
  }
}
