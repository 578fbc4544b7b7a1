package com.example;

import io.sluice.plugin.SinkPlugin;

public final class BellPlugin extends SinkPlugin {
  @Override
  protected void configure() {
    bindSink("bell").toInstance(options -> chunk -> System.out.print('\u0007'));
  }
}
