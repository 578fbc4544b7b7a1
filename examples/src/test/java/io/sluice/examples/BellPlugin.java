package io.sluice.examples;

import io.sluice.plugin.Plugin;

/** A whole plugin: it rings the terminal's bell at each chunk. */
public final class BellPlugin extends Plugin {

  @Override
  protected void configure() {
    bindSink("bell").toInstance(options -> chunk -> System.out.print('\u0007'));
  }
}
