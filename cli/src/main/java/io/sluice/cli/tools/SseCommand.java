package io.sluice.cli.tools;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.run.TimeoutFlags;
import io.sluice.cli.settings.InputFiles;
import io.sluice.cli.settings.UsageException;
import io.sluice.json.JsonWriter;
import io.sluice.json.Utf8;
import io.sluice.settings.ReadableFile;
import io.sluice.stream.Timeouts;
import io.sluice.transport.netty.EventStreams;
import io.sluice.transport.netty.Proxies;
import io.sluice.wire.WireEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** Decodes event streams by the standard. */
public final class SseCommand implements Command {
  @Override
  public String name() {
    return "sse";
  }

  @Override
  public String summary() {
    return "decodes any event stream to JSON lines, by the standard";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice sse haiku.sse", "the events of a file, a line each"),
        new Example("printf 'data: hi\\n\\n' | sluice sse", "those of a pipe"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "sse [FILE|URL|-]… [flags]");
    spec.addPositional(Flag.words("INPUT", "a file, an http or https URL, or - for stdin"));
    spec.addArgGroup(TimeoutFlags.groupOfAnyStream());
    spec.addOption(OutputFlags.debug());
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    SseOptions options = SseOptions.of(arguments);
    List<String> inputs = options.inputs();
    inputs.forEach(SseCommand::check);
    ExitCode code = ExitCode.COMPLETED;
    for (String input : inputs) {
      Optional<String> source = inputs.size() > 1 ? Optional.of(input) : Optional.empty();
      Consumer<WireEvent> events = event -> print(event, source, call);
      code = code.orElse(decode(input, events, options.timeouts(), call));
    }
    return code;
  }

  private static void check(String input) {
    if (isUrl(input)) {
      uri(input);
    } else if (!input.equals(SseOptions.STDIN)) {
      ReadableFile.check(InputFiles.path(input));
    }
  }

  private static ExitCode decode(
      String input, Consumer<WireEvent> events, Timeouts timeouts, Call call) throws IOException {
    try {
      if (isUrl(input)) {
        get(uri(input), timeouts, call, events);
      } else if (input.equals(SseOptions.STDIN)) {
        EventStreams.read(call.streams().in(), events);
      } else {
        read(InputFiles.path(input), events);
      }
      return ExitCode.COMPLETED;
    } catch (UncheckedIOException stdout) {
      throw stdout.getCause();
    } catch (IOException broken) {
      call.notices().error(String.valueOf(broken.getMessage()));
      return ExitCode.FAILED;
    }
  }

  private static void read(Path file, Consumer<WireEvent> events) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      EventStreams.read(in, events);
    }
  }

  private static void get(URI url, Timeouts timeouts, Call call, Consumer<WireEvent> events)
      throws IOException {
    Proxies proxies = Proxies.fromEnvironment(call.environment());
    try {
      EventStreams.get(url, timeouts, proxies, events);
    } catch (IllegalArgumentException malformed) {
      throw UsageException.of(malformed);
    }
  }

  private static void print(WireEvent event, Optional<String> source, Call call) {
    Optional<String> line = line(event, source);
    try {
      if (line.isPresent()) {
        call.streams().out().print(line.get() + "\n");
      }
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Nothing for what a client of the standard does not see. */
  private static Optional<String> line(WireEvent event, Optional<String> source) {
    if (event instanceof WireEvent.Data data) {
      String text = Utf8.decode(data.bytes());
      return Optional.of(
          JsonWriter.object(
              line ->
                  line.field("event", data.type())
                      .field("data", text)
                      .field("id", data.id())
                      .field("source", source)));
    }
    if (event instanceof WireEvent.ReconnectionTime time) {
      return Optional.of(
          JsonWriter.object(
              line -> line.field("retry", time.milliseconds()).field("source", source)));
    }
    return Optional.empty();
  }

  private static boolean isUrl(String input) {
    return input.startsWith("http://") || input.startsWith("https://");
  }

  private static URI uri(String input) {
    try {
      URI uri = URI.create(input);
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException malformed) {
      throw new UsageException(refusal(input), malformed);
    }
    throw new UsageException(refusal(input));
  }

  private static String refusal(String input) {
    return "'" + input + "' is no http or https URL; write it like https://host/path";
  }
}
