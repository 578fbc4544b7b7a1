package com.acme;

import io.sluice.plugin.Plugin;

/** Binds a sink that does nothing. */
public final class RingPlugin extends Plugin {
  @Override
  protected void configure() {
    bindSink("ring").toInstance(options -> chunk -> {});
  }
}
