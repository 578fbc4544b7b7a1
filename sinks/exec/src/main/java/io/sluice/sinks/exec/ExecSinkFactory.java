package io.sluice.sinks.exec;

import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import io.sluice.text.CommandWords;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import java.util.Set;

/** Makes exec sinks from options. The programs' output goes to standard error. */
final class ExecSinkFactory implements SinkFactory {

  private static final SinkOption COMMAND =
      SinkOption.of(
              "command",
              SinkOption.Type.TEXT,
              "the program and its arguments, split at blanks that are not in quotes; no shell")
          .required();

  private static final SinkOption TIMEOUT =
      SinkOption.of(
              "timeout",
              SinkOption.Type.DURATION,
              "how long it may read nothing, and how long it may take to end after the last line")
          .orElse("10s");

  private static final SinkOption ENV =
      SinkOption.of(
          "env",
          SinkOption.Type.TEXT,
          "variables it gets although they look secret, separated by blanks");

  @Override
  public Sink create(SinkOptions options) {
    String command = options.text(COMMAND.name()).orElseThrow();
    ExecSink sink = ExecSink.of(CommandWords.split(command), standardError());
    return sink.patience(options.duration(TIMEOUT.name()).orElse(ExecSink.PATIENCE))
        .handingOn(options.text(ENV.name()).map(ExecSinkFactory::names).orElse(Set.of()));
  }

  @Override
  public List<SinkOption> options() {
    return List.of(COMMAND, TIMEOUT, ENV);
  }

  @Override
  public String description() {
    return "starts a program and writes the transcript of the run to its standard input";
  }

  private static FileOutputStream standardError() {
    return new FileOutputStream(FileDescriptor.err);
  }

  private static Set<String> names(String blankSeparated) {
    return Set.copyOf(CommandWords.split(blankSeparated));
  }
}
