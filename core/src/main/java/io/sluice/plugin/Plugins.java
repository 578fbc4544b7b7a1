package io.sluice.plugin;

import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOptions;
import io.sluice.wire.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All extensions that plugins bind, by kind and name: the built-in ones and those of drop-in jars.
 * Thread-safe. Nothing is loaded before the first use.
 */
public final class Plugins implements AutoCloseable {

  private static final String BUILT_IN = "built in";

  private final ClassLoader host;
  private final DropIns dropIns;
  private @Nullable PluginLoader loaded;

  private Plugins(ClassLoader host, List<Path> jars) {
    this.host = host;
    this.dropIns = new DropIns(host, jars);
  }

  /** The plugins on the class path of this class, and those of {@code jars}, in that order. */
  public static Plugins load(List<Path> jars) {
    return new Plugins(Plugins.class.getClassLoader(), List.copyOf(jars));
  }

  /** The plugins found through {@code host}, which count as built in, and those of {@code jars}. */
  static Plugins load(ClassLoader host, List<Path> jars) {
    return new Plugins(host, List.copyOf(jars));
  }

  /** The factories of sinks. */
  public Catalog<SinkFactory> sinks() {
    return catalog(PluginKind.SINK);
  }

  /** The dialects. */
  public Catalog<Dialect> dialects() {
    return catalog(PluginKind.DIALECT);
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
  public SinkDescription description(String name) {
    SinkFactory factory = sinks().get(name);
    String origin = sinks().origin(name);
    try {
      return new SinkDescription(name, origin, factory.description(), factory.options());
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable broken) {
      throw new BrokenPluginException(origin, broken);
    }
  }

  /**
   * A new sink, made from options that were checked against the declared ones.
   *
   * @throws IllegalArgumentException with a one-line message that begins with the sink, if there is
   *     no such sink or its options are wrong
   * @throws IOException with a one-line message that begins with the sink, if its factory could not
   *     read something
   * @throws BrokenPluginException if its factory throws anything else
   */
  public Sink sink(SinkSpec spec) throws IOException {
    SinkFactory factory = sinks().get(spec.name());
    String origin = sinks().origin(spec.name());
    String sink = "sink '" + spec.name() + "': ";
    try {
      return made(factory, origin, spec);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(sink + wrong.getMessage(), wrong);
    } catch (IOException unreadable) {
      throw new IOException(sink + unreadable.getMessage(), unreadable);
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable broken) {
      throw new BrokenPluginException(origin, broken);
    }
  }

  /** One line for each plugin that does not work and each name that two plugins bind. */
  public synchronized List<String> problems() {
    return loaded().problems();
  }

  /** Closes the drop-in jars; sinks from them may fail from then on. May be called repeatedly. */
  @Override
  public void close() {
    dropIns.close();
  }

  private static Sink made(SinkFactory factory, String origin, SinkSpec spec) throws IOException {
    ClassLoader home = factory.getClass().getClassLoader();
    Sink made =
        home instanceof JarClassLoader
            ? ContextLoader.call(home, () -> create(factory, spec))
            : create(factory, spec);
    if (made == null) {
      throw new IllegalArgumentException("its factory made none");
    }
    return home instanceof JarClassLoader ? new DropInSink(made, home, origin) : made;
  }

  private static Sink create(SinkFactory factory, SinkSpec spec) throws IOException {
    return factory.create(SinkOptions.of(factory.options(), spec.options()));
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
}
