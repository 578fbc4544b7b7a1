package io.sluice.dropin;

import io.sluice.plugin.Plugin;

/** A plugin as a third party would write it, in a package that is not shared. */
public final class DropInPlugin extends Plugin {

  @Override
  protected void configure() {
    bindSink("dropin").to(DropInFactory.class);
  }
}
