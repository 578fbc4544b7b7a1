package io.sluice.plugin;

import io.sluice.sink.SinkFactory;
import io.sluice.wire.Dialect;
import java.util.Objects;

/**
 * A kind of thing that plugins bring, each by name. Sluice asks for sinks and dialects; whoever
 * embeds it may ask plugins for things of another kind.
 *
 * @param word what a person calls one of them, as in {@code unknown sink 'bel'}
 * @param type what a plugin binds the name to
 * @param <T> that type
 */
public record PluginKind<T>(String word, Class<T> type) {

  /** What makes the sinks of a name. */
  public static final PluginKind<SinkFactory> SINK = new PluginKind<>("sink", SinkFactory.class);

  /** One wire format. */
  public static final PluginKind<Dialect> DIALECT = new PluginKind<>("dialect", Dialect.class);

  /** Refuses null. */
  public PluginKind {
    Objects.requireNonNull(word, "word");
    Objects.requireNonNull(type, "type");
  }
}
