package io.sluice.plugin;

import io.sluice.queue.JobQueueFactory;
import io.sluice.replay.RunSourceFactory;
import io.sluice.sink.SinkFactory;
import io.sluice.stage.StageFactory;
import io.sluice.wire.Dialect;
import java.util.Objects;

/**
 * A kind of extension that plugins bind by name. Sluice uses sinks, stages, dialects and queues; a
 * program that embeds it may define other kinds.
 *
 * @param word the word for one of them, as in {@code unknown sink 'bel'}
 * @param type the type that a plugin binds the name to
 * @param <T> that type
 */
public record PluginKind<T>(String word, Class<T> type) {

  /** Factories of sinks. */
  public static final PluginKind<SinkFactory> SINK = new PluginKind<>("sink", SinkFactory.class);

  /** Factories of stages. */
  public static final PluginKind<StageFactory> STAGE =
      new PluginKind<>("stage", StageFactory.class);

  /** Finders of runs that are kept in a place of their own. */
  public static final PluginKind<RunSourceFactory> RUN_SOURCE =
      new PluginKind<>("run source", RunSourceFactory.class);

  /** Dialects, each for one wire format. */
  public static final PluginKind<Dialect> DIALECT = new PluginKind<>("dialect", Dialect.class);

  /** Factories of queues that requests come from. */
  public static final PluginKind<JobQueueFactory> QUEUE =
      new PluginKind<>("queue", JobQueueFactory.class);

  /** Refuses null. */
  public PluginKind {
    Objects.requireNonNull(word, "word");
    Objects.requireNonNull(type, "type");
  }
}
