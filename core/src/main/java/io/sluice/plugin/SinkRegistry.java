package io.sluice.plugin;

import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOptions;
import io.sluice.wire.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sinks and dialects there are, by name: the built-in ones and those of drop-in jars.
 * Thread-safe. Nothing is loaded before the first question.
 */
public final class SinkRegistry implements AutoCloseable {

  private static final String BUILT_IN = "built in";

  private final ClassLoader host;
  private final DropIns dropIns;
  private @Nullable PluginLoader loaded;

  private SinkRegistry(ClassLoader host, List<Path> jars) {
    this.host = host;
    this.dropIns = new DropIns(host, jars);
  }

  /** The plugins on the class path beside this class, and those of {@code jars}, in that order. */
  public static SinkRegistry load(List<Path> jars) {
    return new SinkRegistry(SinkRegistry.class.getClassLoader(), List.copyOf(jars));
  }

  /** The plugins that {@code host} finds count as built in. */
  static SinkRegistry load(ClassLoader host, List<Path> jars) {
    return new SinkRegistry(host, List.copyOf(jars));
  }

  /** The names of the sinks, in alphabetical order; without those that two plugins bind. */
  public List<String> names() {
    return loaded().sinks().names();
  }

  /** The factory of that name, if there is one and one only. */
  public Optional<SinkFactory> find(String name) {
    return loaded().sinks().find(name).map(Catalog.Entry::what);
  }

  /**
   * The factory of that name.
   *
   * @throws UnknownNameException in one line with the nearest name, if there is none
   * @throws IllegalArgumentException in one line with their origins, if there are several
   */
  public SinkFactory factory(String name) {
    return loaded().sinks().get(name).what();
  }

  /**
   * Where the sink of that name comes from: {@code built in}, or the jar's path.
   *
   * @throws IllegalArgumentException as {@link #factory} does
   */
  public String origin(String name) {
    return loaded().sinks().get(name).origin();
  }

  /**
   * What a person is told of the sink of that name.
   *
   * @throws IllegalArgumentException as {@link #factory} does
   * @throws BrokenPluginException if its factory throws when it is asked
   */
  public SinkDescription description(String name) {
    Catalog.Entry<SinkFactory> entry = loaded().sinks().get(name);
    SinkFactory factory = entry.what();
    try {
      return new SinkDescription(name, entry.origin(), factory.description(), factory.options());
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable broken) {
      throw new BrokenPluginException(entry.origin(), broken);
    }
  }

  /**
   * A fresh sink, made from options that were checked against the declared ones.
   *
   * @throws IllegalArgumentException in one line that begins with the sink, if there is no such
   *     sink or its options are wrong
   * @throws IOException in one line that begins with the sink, if its factory could not read
   *     something
   * @throws BrokenPluginException if its factory throws anything else
   */
  public Sink sink(SinkSpec spec) throws IOException {
    Catalog.Entry<SinkFactory> entry = loaded().sinks().get(spec.name());
    String sink = "sink '" + spec.name() + "': ";
    try {
      return made(entry, spec);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(sink + wrong.getMessage(), wrong);
    } catch (IOException unreadable) {
      throw new IOException(sink + unreadable.getMessage(), unreadable);
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable broken) {
      throw new BrokenPluginException(entry.origin(), broken);
    }
  }

  /** The names of the dialects, in alphabetical order. */
  public List<String> dialects() {
    return loaded().dialects().names();
  }

  /**
   * The dialect of that name.
   *
   * @throws UnknownNameException in one line with the nearest name, if there is none
   * @throws IllegalArgumentException in one line with their origins, if there are several
   */
  public Dialect dialect(String name) {
    return loaded().dialects().get(name).what();
  }

  /** One line for each plugin that does not work and each name that two plugins bind. */
  public List<String> problems() {
    return loaded().problems();
  }

  /** Closes the drop-in jars; sinks from them may fail from then on. May be called again. */
  @Override
  public void close() {
    dropIns.close();
  }

  private static Sink made(Catalog.Entry<SinkFactory> entry, SinkSpec spec) throws IOException {
    SinkFactory factory = entry.what();
    ClassLoader home = factory.getClass().getClassLoader();
    Sink made =
        home instanceof JarClassLoader
            ? ContextLoader.call(home, () -> create(factory, spec))
            : create(factory, spec);
    if (made == null) {
      throw new IllegalArgumentException("its factory made none");
    }
    return home instanceof JarClassLoader ? new DropInSink(made, home, entry.origin()) : made;
  }

  private static Sink create(SinkFactory factory, SinkSpec spec) throws IOException {
    return factory.create(SinkOptions.of(factory.options(), spec.options()));
  }

  private synchronized PluginLoader loaded() {
    if (loaded == null) {
      var loader = new PluginLoader();
      loader.load(host, BUILT_IN);
      dropIns.loadInto(loader);
      loaded = loader;
    }
    return loaded;
  }
}
