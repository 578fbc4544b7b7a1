package io.sluice.dropin;

import io.sluice.plugin.SinkPlugin;

/** A plugin as a third party would write it, in a package that is not shared. */
public final class DropInPlugin extends SinkPlugin {

  @Override
  protected void configure() {
    bindSink("dropin").to(DropInFactory.class);
  }
}
