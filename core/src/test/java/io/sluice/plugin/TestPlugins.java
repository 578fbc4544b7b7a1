package io.sluice.plugin;

import com.google.inject.Inject;
import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import java.io.IOException;
import java.util.List;

/** Plugins of every quality. */
public final class TestPlugins {

  private TestPlugins() {}

  /** The ten lines an extender writes. */
  public static final class Bell extends Plugin {
    @Override
    protected void configure() {
      bindSink("bell").toInstance(options -> chunk -> {});
    }
  }

  /** One that was built for version 0.1. */
  @SuppressWarnings("removal")
  public static final class OldBell extends SinkPlugin {
    @Override
    protected void configure() {
      bindSink("old-bell").toInstance(options -> chunk -> {});
    }
  }

  /** Another one that claims the same name. */
  public static final class Gong extends Plugin {
    @Override
    protected void configure() {
      bindSink("bell").toInstance(options -> chunk -> {});
      bindSink("gong").to(GongFactory.class);
    }
  }

  /** Has options and a dependency that its own module provides. */
  static final class GongFactory implements SinkFactory {

    @Inject
    GongFactory(StringBuilder written) {
      written.append("made");
    }

    @Override
    public Sink create(SinkOptions options) throws IOException {
      if (options.on("broken")) {
        throw new IOException("the gong is gone");
      }
      if (options.number("strokes").orElseThrow() > 12) {
        throw new IllegalArgumentException("strokes is more than 12; use 1 to 12");
      }
      return chunk -> {};
    }

    @Override
    public List<SinkOption> options() {
      return List.of(
          SinkOption.of("strokes", SinkOption.Type.INT, "how often").orElse("1"),
          SinkOption.off("broken", "whether it fails"));
    }
  }

  /** Needs what nobody binds. */
  public static final class Unbound extends Plugin {
    @Override
    protected void configure() {
      bindSink("unbound").to(NeedsRunnable.class);
    }
  }

  static final class NeedsRunnable implements SinkFactory {

    @Inject
    NeedsRunnable(Runnable missing) {
      missing.run();
    }

    @Override
    public Sink create(SinkOptions options) {
      return chunk -> {};
    }
  }

  /** Throws while it is made. */
  public static final class Throwing extends Plugin {
    public Throwing() {
      throw new IllegalStateException("no display here");
    }
  }

  /** Chooses a name that could not be written in a spec. */
  public static final class Misnamed extends Plugin {
    @Override
    protected void configure() {
      bindSink("a:b").toInstance(options -> chunk -> {});
    }
  }
}
