package io.sluice.stages;

import io.sluice.plugin.Plugin;

/** Binds the stages that Sluice brings. */
public final class StagesPlugin extends Plugin {

  /** For the service loader. */
  public StagesPlugin() {}

  @Override
  protected void configure() {
    for (StageKind kind : StageKind.values()) {
      bindStage(kind.word()).toInstance(kind.factory());
    }
  }
}
