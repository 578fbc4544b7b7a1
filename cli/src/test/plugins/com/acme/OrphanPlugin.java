package com.acme;

import io.sluice.plugin.Plugin;

/** Cannot even be looked at without the class that is missing. */
public final class OrphanPlugin extends Plugin {
  public OrphanPlugin() {
    this(new Missing());
  }

  OrphanPlugin(Missing missing) {
    missing.ring();
  }

  @Override
  protected void configure() {
    bindSink("orphan").toInstance(options -> chunk -> {});
  }
}
