package com.acme;

import io.sluice.plugin.SinkPlugin;

/** Throws while it is configured. */
public final class ThrowingPlugin extends SinkPlugin {
  @Override
  protected void configure() {
    throw new IllegalStateException("no luck in configure");
  }
}
