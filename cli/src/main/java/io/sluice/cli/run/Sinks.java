package io.sluice.cli.run;

import io.sluice.cli.command.Call;
import io.sluice.cli.settings.UsageException;
import io.sluice.observe.ProgramMeter;
import io.sluice.pipeline.Delivery;
import io.sluice.pipeline.Pipeline;
import io.sluice.plugin.BrokenPluginException;
import io.sluice.plugin.Catalog;
import io.sluice.plugin.Plugins;
import io.sluice.plugin.QueueSpec;
import io.sluice.plugin.RunSourceSpec;
import io.sluice.plugin.SinkSpec;
import io.sluice.plugin.StageSpec;
import io.sluice.queue.JobQueue;
import io.sluice.settings.SettingValue;
import io.sluice.sink.Sink;
import io.sluice.stage.Stage;
import io.sluice.stream.Source;
import io.sluice.wire.Dialect;
import io.sluice.wire.OpenAiDialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sinks that the user named, and dialects and queues by name. Plugins are loaded only where
 * there is one to be found. To be closed after the last run. Mutable; for one thread.
 */
public final class Sinks implements AutoCloseable {
  private final List<SinkSpec> named;
  private final List<StageSpec> stages;
  private final PluginOptions options;
  private final Call call;
  private @Nullable Loaded plugins;

  private Sinks(List<SinkSpec> named, List<StageSpec> stages, PluginOptions options, Call call) {
    this.named = named;
    this.stages = stages;
    this.options = options;
    this.call = call;
  }

  /** The sinks of these options. Loads the plugins if need be; says what is wrong with them. */
  public static Sinks of(OutputOptions output, Call call) {
    return of(output.styledSinks(call), output.stages(), output.plugins(), call);
  }

  /** No sinks, but the dialects of the plugins. */
  public static Sinks none(PluginOptions options, Call call) {
    return of(List.of(), List.of(), options, call);
  }

  private static Sinks of(
      List<SinkSpec> named, List<StageSpec> stages, PluginOptions options, Call call) {
    var sinks = new Sinks(named, stages, options, call);
    if (!named.isEmpty() || !stages.isEmpty() || !options.jars().isEmpty()) {
      sinks.plugins();
    }
    return sinks;
  }

  /**
   * Adds the stages before all sinks, and a fresh sink for each name, in order; a name used twice
   * gets a number. Returns what says of a result what the sinks got.
   */
  public ShapedOutcome addTo(Pipeline.Builder pipeline) {
    stages.stream().map(this::stage).forEach(pipeline::through);
    numbered((name, spec) -> add(spec, name, pipeline));
    var shaped = new ShapedOutcome(stages);
    shaped.addTo(pipeline);
    return shaped;
  }

  /**
   * The sinks for the runs of a server. Each is made once to see that it can be.
   *
   * @param common the delivery to all of them; a sink with stages of its own is behind these, too
   * @throws UsageException if one of them cannot be made
   */
  public List<NamedSink> forManyRuns(Delivery common) {
    List<NamedSink> all = new ArrayList<>();
    numbered(
        (name, spec) -> {
          check(spec);
          Plugins registry = plugins().registry();
          Delivery delivery = common;
          for (StageSpec stage : spec.stages()) {
            delivery = delivery.behind(fresh(stage));
          }
          all.add(new NamedSink(name, made(() -> registry.sink(spec)), delivery));
        });
    return List.copyOf(all);
  }

  /**
   * That delivery, behind the stages that stand before all sinks.
   *
   * @throws UsageException if one of them cannot be made
   */
  public Delivery shaped(Delivery delivery) {
    Delivery behind = delivery;
    for (StageSpec stage : stages) {
      behind = behind.behind(fresh(stage));
    }
    return behind;
  }

  /** Has the named sinks report those figures, if they report any; to be called before any run. */
  public void watch(List<ProgramMeter> meters) {
    named.stream()
        .map(SinkSpec::name)
        .distinct()
        .map(name -> plugins().registry().sinks().get(name))
        .forEach(factory -> meters.forEach(factory::watch));
  }

  /** Whether stages stand before all sinks. */
  public boolean areShaped() {
    return !stages.isEmpty();
  }

  private void numbered(BiConsumer<String, SinkSpec> each) {
    Map<String, Integer> times = new HashMap<>();
    for (SinkSpec spec : named) {
      int nth = times.merge(spec.name(), 1, Integer::sum);
      each.accept(nth == 1 ? spec.name() : spec.name() + "#" + nth, spec);
    }
  }

  private void check(SinkSpec spec) {
    try {
      plugins().registry().sink(spec).close();
    } catch (IllegalArgumentException | IOException | BrokenPluginException refused) {
      throw new UsageException(plugins().jars().explained(refused), refused);
    }
  }

  private Supplier<Stage> fresh(StageSpec spec) {
    stage(spec);
    Plugins registry = plugins().registry();
    return made(() -> registry.stage(spec));
  }

  private static <T> Supplier<T> made(Making<T> making) {
    return () -> {
      try {
        return making.make();
      } catch (IOException refused) {
        throw new UncheckedIOException(refused.getMessage(), refused);
      }
    };
  }

  /**
   * A factory that refuses has been asked for something wrong, which is for the user to correct
   * before anything is sent. One that breaks takes no more than its own sink with it.
   */
  private void add(SinkSpec spec, String name, Pipeline.Builder pipeline) {
    try {
      Sink sink = plugins().registry().sink(spec);
      Delivery delivery = Delivery.required();
      for (StageSpec stage : spec.stages()) {
        delivery = delivery.behind(stage(stage));
      }
      pipeline.to(name, OutputOptions.isConsole(spec) ? watched(sink) : sink, delivery);
    } catch (IllegalArgumentException | IOException refused) {
      throw new UsageException(plugins().jars().explained(refused), refused);
    } catch (BrokenPluginException broken) {
      Supplier<Sink> none =
          () -> {
            throw broken;
          };
      pipeline.to(name, none, Delivery.optional());
    }
  }

  private Sink watched(Sink console) {
    return new NamedConsole(console, call.streams().out());
  }

  /**
   * A stage is never left out like a sink that breaks: without it secrets might be kept.
   *
   * @throws UsageException if there is none of that name, or it cannot be made
   */
  private Supplier<Stage> stage(StageSpec spec) {
    try {
      Stage stage = plugins().registry().stage(spec);
      return () -> stage;
    } catch (IllegalArgumentException | IOException refused) {
      throw new UsageException(plugins().jars().explained(refused), refused);
    } catch (BrokenPluginException broken) {
      throw new UsageException("stage '" + spec.name() + "': " + broken.getMessage(), broken);
    }
  }

  /**
   * The dialect in which a server is asked, the usual one if none is named.
   *
   * @throws UsageException if there is none of that name
   */
  public Dialect spoken(ServerOptions server) {
    return known(server.dialect().map(SettingValue::text).orElse(DialectFlag.USUAL));
  }

  /**
   * The dialect of that name. The usual one is no plugin's, so that none is loaded for its sake.
   *
   * @throws UsageException if there is none of that name
   */
  public Dialect known(String name) {
    try {
      return spokenIn(name);
    } catch (IllegalArgumentException unknown) {
      throw UsageException.of(unknown);
    }
  }

  /**
   * The dialect of that name.
   *
   * @throws IllegalArgumentException in one line, if there is none
   */
  public Dialect dialect(String name) {
    Loaded known = plugins(registry -> registry.dialects().get(name));
    try {
      return known.registry().dialects().get(name);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(known.jars().explained(unknown), unknown);
    }
  }

  /**
   * Opens a queue.
   *
   * @throws UsageException in one line, if there is none of that name, or it cannot be used
   */
  public JobQueue queue(QueueSpec spec) {
    Loaded known = plugins(registry -> registry.queues().get(spec.name()));
    try {
      return known.registry().queue(spec);
    } catch (IllegalArgumentException | IOException refused) {
      throw new UsageException(known.jars().explained(refused), refused);
    } catch (BrokenPluginException broken) {
      throw new UsageException("queue '" + spec.name() + "': " + broken.getMessage(), broken);
    }
  }

  /**
   * The run that a spec names.
   *
   * @throws UsageException if no plugin finds such runs, or the options are wrong
   * @throws IOException in one line, if the run cannot be read
   */
  public Source run(RunSourceSpec spec) throws IOException {
    Loaded known = plugins(registry -> registry.runSources().get(spec.name()));
    try {
      return known.registry().run(spec, this::spokenIn);
    } catch (IllegalArgumentException | BrokenPluginException refused) {
      throw new UsageException(known.jars().explained(refused), refused);
    }
  }

  /**
   * Checks a spec without looking for its run.
   *
   * @throws UsageException if no plugin finds such runs, or the options are wrong
   */
  public void check(RunSourceSpec spec) {
    Loaded known = plugins(registry -> registry.runSources().get(spec.name()));
    try {
      known.registry().check(spec);
    } catch (IllegalArgumentException | BrokenPluginException refused) {
      throw new UsageException(known.jars().explained(refused), refused);
    }
  }

  private Dialect spokenIn(String name) {
    return name.equals(DialectFlag.USUAL) ? new OpenAiDialect() : dialect(name);
  }

  /** All dialects of the plugins, by name. */
  public List<Dialect> dialects() {
    Catalog<Dialect> known = plugins().registry().dialects();
    return known.names().stream().map(known::get).toList();
  }

  /** The dialect that recognises an event stream by its start, the first by name. */
  public Optional<Dialect> recognised(String start) {
    Catalog<Dialect> known = plugins().registry().dialects();
    return known.names().stream()
        .map(known::get)
        .filter(dialect -> dialect.recognises(start))
        .findFirst();
  }

  @Override
  public void close() {
    if (plugins != null) {
      PluginJars.close(plugins.registry(), call.notices());
    }
  }

  private Loaded plugins() {
    return plugins(any -> {});
  }

  /** Loaded once; what they are then asked for says itself what it lacks. */
  private Loaded plugins(Consumer<Plugins> asked) {
    Loaded loaded = plugins;
    if (loaded == null) {
      PluginJars jars = PluginJars.of(options, call.notices());
      loaded = new Loaded(jars, Plugins.load(jars.paths(), call.environment()));
      plugins = loaded;
      List<Consumer<Plugins>> all = new ArrayList<>(List.of(asked));
      named.forEach(spec -> all.add(registry -> registry.sinks().get(spec.name())));
      stages.forEach(spec -> all.add(registry -> registry.stages().get(spec.name())));
      jars.complain(loaded.registry(), all, call.notices());
    }
    return loaded;
  }

  /**
   * A sink that the user named, for many runs.
   *
   * @param name its name in messages; one that is named twice has a number behind it
   * @param maker makes it for a run; on any thread
   * @param delivery how runs deliver to it
   */
  public record NamedSink(String name, Supplier<Sink> maker, Delivery delivery) {}

  @FunctionalInterface
  private interface Making<T> {
    T make() throws IOException;
  }

  /** What is loaded, and from where. */
  private record Loaded(PluginJars jars, Plugins registry) {}
}
