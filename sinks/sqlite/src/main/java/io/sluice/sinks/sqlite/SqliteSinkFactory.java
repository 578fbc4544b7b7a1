package io.sluice.sinks.sqlite;

import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes archive sinks from options. */
final class SqliteSinkFactory implements SinkFactory {
  private static final SinkOption PATH =
      SinkOption.of(
              "path",
              SinkOption.Type.PATH,
              "the archive; made if it is not there; its folder must be")
          .required();
  private static final SinkOption CONVERSATION =
      SinkOption.of(
          "conversation", SinkOption.Type.TEXT, "what the run belongs to; without it, to itself");

  @Override
  public Sink create(SinkOptions options) {
    Path path = options.path(PATH.name()).orElseThrow();
    Optional<String> conversation = options.text(CONVERSATION.name());
    SqliteSink sink = SqliteSink.of(path);
    return conversation.map(sink::within).orElse(sink);
  }

  @Override
  public List<SinkOption> options() {
    return List.of(PATH, CONVERSATION);
  }

  @Override
  public String description() {
    return "keeps the run in a SQLite archive that can be searched";
  }
}
