package com.acme;

import io.sluice.plugin.Plugin;

/** Throws while it is configured. */
public final class ThrowingPlugin extends Plugin {
  @Override
  protected void configure() {
    throw new IllegalStateException("no luck in configure");
  }
}
