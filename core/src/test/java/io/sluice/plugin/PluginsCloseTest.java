package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOptions;
import io.sluice.stage.Stage;
import io.sluice.stage.StageFactory;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Factories that live as long as their plugins. */
class PluginsCloseTest {

  /** Plugins are made by the service loader, and so they say here what became of them. */
  private static final Queue<String> CLOSED = new ConcurrentLinkedQueue<>();

  private static final CountDownLatch NEVER = new CountDownLatch(1);

  @TempDir Path folder;

  @BeforeEach
  void forget() {
    CLOSED.clear();
  }

  @Test
  void factoriesThatCanBeClosedAreClosedOnceWhenThePluginsAre() throws IOException {
    Plugins registry = registry(Duration.ofMinutes(1), Broker.class);
    registry.sink(SinkSpec.parse("broker"));
    assertThat(CLOSED).isEmpty();

    registry.close();
    registry.close();

    assertThat(CLOSED).containsExactlyInAnyOrder("broker", "shaper");
  }

  @Test
  void pluginsThatWereNotLoadedAreNotLoadedToBeClosed() {
    registry(Duration.ofMinutes(1), Broker.class).close();

    assertThat(CLOSED).isEmpty();
  }

  @Test
  void aFactoryThatCannotBeClosedIsNamedAndKeepsNoOtherOpen() {
    Plugins registry = registry(Duration.ofMinutes(1), Failing.class, Broker.class);
    registry.sinks();

    assertThatThrownBy(registry::close)
        .isInstanceOf(BrokenPluginException.class)
        .hasMessage("sink 'failing': 3 records were lost")
        .hasCauseInstanceOf(IOException.class);
    assertThat(CLOSED).containsExactlyInAnyOrder("broker", "shaper");
    registry.close();
  }

  @Test
  void aFactoryThatTakesTooLongIsInterruptedAndLeftBehind() {
    Plugins registry = registry(Duration.ofMillis(50), Stuck.class, Failing.class);
    registry.sinks();

    assertThatThrownBy(registry::close)
        .hasMessage("sink 'failing': 3 records were lost")
        .satisfies(
            thrown ->
                assertThat(thrown.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly(
                        "sink 'stuck' (built in) did not close within 50 ms; what it had not"
                            + " written yet may be lost"));
  }

  @Test
  void anInterruptDoesNotKeepAFactoryOpen() {
    Plugins registry = registry(Duration.ofMinutes(1), Broker.class);
    registry.sinks();
    Thread.currentThread().interrupt();

    registry.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(CLOSED).hasSize(2);
  }

  private Plugins registry(Duration closing, Class<?>... plugins) {
    Path jar = TestJar.pack(folder.resolve("host.jar"), Stream.of(plugins).map(Class::getName));
    try {
      var services =
          new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
      return Plugins.load(services, List.of(), closing);
    } catch (IOException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  /** Binds one factory under two names, and one of another kind. */
  public static final class Broker extends Plugin {
    @Override
    protected void configure() {
      var factory = new Closing("broker");
      bindSink("broker").toInstance(factory);
      bindSink("broker-too").toInstance(factory);
      bindStage("shaper").toInstance(new Shaper());
    }
  }

  /** Loses something. */
  public static final class Failing extends Plugin {
    @Override
    protected void configure() {
      bindSink("failing")
          .toInstance(
              new Closing("failing") {
                @Override
                public void close() throws IOException {
                  throw new IOException("3 records were lost");
                }
              });
    }
  }

  /** Waits for ever. */
  public static final class Stuck extends Plugin {
    @Override
    protected void configure() {
      bindSink("stuck")
          .toInstance(
              new Closing("stuck") {
                @Override
                public void close() throws IOException {
                  try {
                    NEVER.await();
                  } catch (InterruptedException late) {
                    CLOSED.add("stuck at last");
                  }
                }
              });
    }
  }

  private static class Closing implements SinkFactory, AutoCloseable {
    private final String name;

    Closing(String name) {
      this.name = name;
    }

    @Override
    public Sink create(SinkOptions options) {
      return chunk -> {};
    }

    @Override
    public void close() throws IOException {
      CLOSED.add(name);
    }
  }

  private static final class Shaper implements StageFactory, AutoCloseable {
    @Override
    public Stage create(SinkOptions options) {
      return (chunk, outlet) -> outlet.pass(chunk);
    }

    @Override
    public void close() {
      CLOSED.add("shaper");
    }
  }
}
