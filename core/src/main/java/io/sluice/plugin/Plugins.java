package io.sluice.plugin;

import io.sluice.queue.JobQueue;
import io.sluice.queue.JobQueueFactory;
import io.sluice.replay.RunSourceFactory;
import io.sluice.replay.UnknownRunException;
import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import io.sluice.stage.Stage;
import io.sluice.stage.StageFactory;
import io.sluice.stream.Source;
import io.sluice.wire.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All extensions that plugins bind, by kind and name: the built-in ones and those of drop-in jars.
 * Thread-safe. Nothing is loaded before the first use.
 */
public final class Plugins implements AutoCloseable {

  private static final String BUILT_IN = "built in";

  /** How long the closing of one extension may take. */
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final ClassLoader host;
  private final Map<String, String> environment;
  private final DropIns dropIns;
  private final Duration closing;
  private @Nullable PluginLoader loaded;
  private boolean closed;

  private Plugins(
      ClassLoader host, List<Path> jars, Map<String, String> environment, Duration closing) {
    this.host = host;
    this.environment = Map.copyOf(environment);
    this.closing = closing;
    this.dropIns = new DropIns(host, jars);
  }

  /** The plugins on the class path of this class, and those of {@code jars}, in that order. */
  public static Plugins load(List<Path> jars) {
    return load(jars, System.getenv());
  }

  /**
   * The plugins on the class path of this class, and those of {@code jars}, in that order.
   *
   * @param environment the variables from which secret options are read, instead of those of this
   *     process
   */
  public static Plugins load(List<Path> jars, Map<String, String> environment) {
    ClassLoader host = Plugins.class.getClassLoader();
    return new Plugins(host, List.copyOf(jars), environment, CLOSING);
  }

  /** The plugins found through {@code host}, which count as built in, and those of {@code jars}. */
  static Plugins load(ClassLoader host, List<Path> jars) {
    return load(host, jars, CLOSING);
  }

  /** These plugins, whose extensions may take so long each to close. */
  static Plugins load(ClassLoader host, List<Path> jars, Duration closing) {
    return new Plugins(host, List.copyOf(jars), System.getenv(), closing);
  }

  /** The factories of sinks that plugins bind. */
  public Catalog<SinkFactory> sinks() {
    return catalog(PluginKind.SINK);
  }

  /** The factories of stages that plugins bind. */
  public Catalog<StageFactory> stages() {
    return catalog(PluginKind.STAGE);
  }

  /** The finders of runs that plugins bind. */
  public Catalog<RunSourceFactory> runSources() {
    return catalog(PluginKind.RUN_SOURCE);
  }

  /** The dialects that plugins bind. */
  public Catalog<Dialect> dialects() {
    return catalog(PluginKind.DIALECT);
  }

  /** The factories of queues that plugins bind. */
  public Catalog<JobQueueFactory> queues() {
    return catalog(PluginKind.QUEUE);
  }

  /** All extensions of one kind; empty if no plugin binds any. */
  public synchronized <T> Catalog<T> catalog(PluginKind<T> kind) {
    return loaded().catalog(kind);
  }

  /**
   * The description of the sink of that name.
   *
   * @throws IllegalArgumentException as {@link Catalog#get} does
   * @throws BrokenPluginException if its factory throws when it is asked
   */
  public ExtensionDescription description(String name) {
    return described(name, sinks(), SinkFactory::description, SinkFactory::options);
  }

  /**
   * The description of the source of runs of that name.
   *
   * @throws IllegalArgumentException as {@link Catalog#get} does
   * @throws BrokenPluginException if its factory throws when it is asked
   */
  public ExtensionDescription runSourceDescription(String name) {
    return described(name, runSources(), RunSourceFactory::description, RunSourceFactory::options);
  }

  /**
   * The description of the stage of that name.
   *
   * @throws IllegalArgumentException as {@link Catalog#get} does
   * @throws BrokenPluginException if its factory throws when it is asked
   */
  public ExtensionDescription stageDescription(String name) {
    return described(name, stages(), StageFactory::description, StageFactory::options);
  }

  /**
   * The description of the queue of that name.
   *
   * @throws IllegalArgumentException as {@link Catalog#get} does
   * @throws BrokenPluginException if its factory throws when it is asked
   */
  public ExtensionDescription queueDescription(String name) {
    return described(name, queues(), JobQueueFactory::description, JobQueueFactory::options);
  }

  /**
   * A new sink, made from options that were checked against the declared ones, without the stages
   * of the spec.
   *
   * @throws IllegalArgumentException with a one-line message that begins with the sink, if there is
   *     no such sink or its options are wrong
   * @throws IOException with a one-line message that begins with the sink, if its factory could not
   *     read something
   * @throws BrokenPluginException if its factory throws anything else
   */
  public Sink sink(SinkSpec spec) throws IOException {
    String origin = sinks().origin(spec.name());
    return made(
        PluginKind.SINK,
        spec.name(),
        factory -> {
          var options = SinkOptions.of(factory.options(), spec.options(), environment);
          return DiscreetSink.made(options, () -> factory.create(options));
        },
        (sink, home) -> new DropInSink(sink, home, origin));
  }

  /**
   * Finds a run, with options that were checked against the declared ones. It can be followed until
   * these plugins are closed.
   *
   * @param dialects as {@link RunSourceFactory#find} has it
   * @throws IllegalArgumentException with a one-line message that begins with the source of runs,
   *     if there is none of that name or its options are wrong
   * @throws UnknownRunException with a one-line message that begins with the source of runs, if
   *     there is no such run
   * @throws IOException with a one-line message that begins with the source of runs, if the run
   *     cannot be read
   * @throws BrokenPluginException if its factory throws anything else
   */
  public Source run(RunSourceSpec spec, Function<String, Dialect> dialects) throws IOException {
    return made(
        PluginKind.RUN_SOURCE,
        spec.name(),
        factory -> {
          var options = SinkOptions.of(factory.options(), spec.options(), environment);
          return Discretion.make(options, () -> factory.find(options, dialects));
        },
        (source, home) -> source);
  }

  /**
   * Checks the options of a spec without looking for its run.
   *
   * @throws IllegalArgumentException as {@link #run} does
   * @throws BrokenPluginException if the factory throws when it is asked
   */
  public void check(RunSourceSpec spec) {
    try {
      made(
          PluginKind.RUN_SOURCE,
          spec.name(),
          factory -> SinkOptions.of(factory.options(), spec.options(), environment),
          (options, home) -> options);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // Nothing was read.
    }
  }

  /**
   * A new stage, made from options that were checked against the declared ones.
   *
   * @throws IllegalArgumentException with a one-line message that begins with the stage, if there
   *     is no such stage or its options are wrong
   * @throws IOException with a one-line message that begins with the stage, if its factory could
   *     not read something
   * @throws BrokenPluginException if its factory throws anything else
   */
  public Stage stage(StageSpec spec) throws IOException {
    String origin = stages().origin(spec.name());
    return made(
        PluginKind.STAGE,
        spec.name(),
        factory -> {
          var options = SinkOptions.of(factory.options(), spec.options(), environment);
          return DiscreetStage.made(options, () -> factory.create(options));
        },
        (stage, home) -> new DropInStage(spec.name(), stage, home, origin));
  }

  /**
   * Opens a queue, with options that were checked against the declared ones.
   *
   * @throws IllegalArgumentException with a one-line message that begins with the queue, if there
   *     is no such queue or its options are wrong
   * @throws IOException with a one-line message that begins with the queue, if it cannot be used
   * @throws BrokenPluginException if its factory throws anything else
   */
  public JobQueue queue(QueueSpec spec) throws IOException {
    String origin = queues().origin(spec.name());
    return made(
        PluginKind.QUEUE,
        spec.name(),
        factory -> {
          var options = SinkOptions.of(factory.options(), spec.options(), environment);
          return Discretion.make(options, () -> factory.open(options));
        },
        (queue, home) -> new DropInQueue(queue, home, origin));
  }

  /** One line for each plugin that does not work and each name that two plugins bind. */
  public synchronized List<String> problems() {
    return loaded().problems();
  }

  /**
   * Closes the factories and other extensions that are {@link AutoCloseable}, one after the other,
   * each once and within ten seconds, and then the drop-in jars; sinks from them may fail from then
   * on. To be called after the last run. May be called repeatedly.
   *
   * @throws BrokenPluginException when all are closed, if one threw or took longer; what is said of
   *     the others is suppressed in it
   */
  @Override
  public void close() {
    List<BrokenPluginException> failures = new ArrayList<>();
    for (CloseableExtension extension : closeables()) {
      extension.close(closing).ifPresent(failures::add);
    }
    dropIns.close();
    if (!failures.isEmpty()) {
      BrokenPluginException first = failures.get(0);
      failures.subList(1, failures.size()).forEach(first::addSuppressed);
      throw first;
    }
  }

  /** What is not closed yet; an extension that is bound twice counts once. */
  private synchronized List<CloseableExtension> closeables() {
    if (loaded == null || closed) {
      return List.of();
    }
    closed = true;
    Set<AutoCloseable> once = Collections.newSetFromMap(new IdentityHashMap<>());
    return loaded.closeables().stream().filter(extension -> once.add(extension.thing())).toList();
  }

  private <F> ExtensionDescription described(
      String name,
      Catalog<F> catalog,
      Function<F, String> text,
      Function<F, List<SinkOption>> options) {
    F factory = catalog.get(name);
    String origin = catalog.origin(name);
    try {
      return new ExtensionDescription(name, origin, text.apply(factory), options.apply(factory));
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable broken) {
      throw new BrokenPluginException(origin, broken);
    }
  }

  private <F, T> T made(
      PluginKind<F> kind,
      String name,
      Creation<F, T> creation,
      BiFunction<T, ClassLoader, T> dropIn)
      throws IOException {
    F factory = catalog(kind).get(name);
    String what = kind.word() + " '" + name + "': ";
    try {
      return made(factory, creation, dropIn);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(what + wrong.getMessage(), wrong);
    } catch (UnknownRunException unknown) {
      throw new UnknownRunException(what + unknown.getMessage());
    } catch (IOException unreadable) {
      throw new IOException(what + unreadable.getMessage(), unreadable);
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable broken) {
      throw new BrokenPluginException(catalog(kind).origin(name), broken);
    }
  }

  private static <F, T> T made(
      F factory, Creation<F, T> creation, BiFunction<T, ClassLoader, T> dropIn) throws IOException {
    ClassLoader home = factory.getClass().getClassLoader();
    boolean ofJar = home instanceof JarClassLoader;
    T made = ofJar ? ContextLoader.call(home, () -> creation.of(factory)) : creation.of(factory);
    if (made == null) {
      throw new IllegalArgumentException("its factory made none");
    }
    return ofJar ? dropIn.apply(made, home) : made;
  }

  private PluginLoader loaded() {
    if (loaded == null) {
      var loader = new PluginLoader();
      loader.load(host, BUILT_IN);
      dropIns.loadInto(loader);
      loaded = loader;
    }
    return loaded;
  }

  /**
   * Has a factory make something.
   *
   * @param <F> the factory
   * @param <T> what it makes
   */
  @FunctionalInterface
  private interface Creation<F, T> {
    T of(F factory) throws IOException;
  }
}
