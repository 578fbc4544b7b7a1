package io.sluice.stages;

import io.sluice.stage.Stage;
import io.sluice.testkit.StageContract;
import java.util.function.Supplier;

class CharactersContractTest extends StageContract {

  @Override
  protected Supplier<Stage> stage() {
    return Stages.characters();
  }

  @Override
  protected int longestHeldBack() {
    return 64;
  }
}
