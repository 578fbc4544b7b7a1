package com.example;

import io.sluice.plugin.Plugin;

public final class BellPlugin extends Plugin {
  @Override
  protected void configure() {
    bindSink("bell").toInstance(options -> chunk -> System.out.print('\u0007'));
  }
}
