package io.sluice.cli;

import io.sluice.stream.Retries;
import io.sluice.stream.Retry;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.ApiKey;
import io.sluice.wire.Endpoint;
import io.sluice.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.ArgGroupSpec;

/** Whom is asked, and how the answer travels. */
final class ConnectionFlags {
  private static final int LONGEST_KEY = 64 * 1024;

  private ConnectionFlags() {}

  static ArgGroupSpec group() {
    return Flag.group(
        "Whom is asked",
        DialectFlag.ofServer(),
        Flag.value(
            "URL",
            "the server, its /v1 included; else OPENAI_BASE_URL, or ANTHROPIC_BASE_URL",
            "--base-url"),
        Flag.value(
            "FILE", "holds the key; else OPENAI_API_KEY, or ANTHROPIC_API_KEY", "--api-key-file"),
        Flag.on("ask the small built-in model, without a network", "--offline"),
        Flag.on("ask for the answer in one piece", "--no-stream"),
        Flag.on("do not ask the server for usage, which some refuse", "--no-include-usage"),
        Flag.value("N", "how often a request is sent again; 2", "--retries"));
  }

  /** The server to ask; empty if the built-in model is to answer. */
  static Optional<Endpoint> endpoint(Arguments arguments, Home home) {
    if (arguments.on("--offline")) {
      return Optional.empty();
    }
    Optional<String> url =
        arguments
            .value("--base-url")
            .map(Given::text)
            .or(() -> arguments.variable(home.urlVariable()).filter(set -> !set.isBlank()));
    try {
      Optional<ApiKey> key = key(arguments, home);
      if (url.isEmpty() && key.isEmpty()) {
        return Optional.empty();
      }
      String server = url.or(home::url).orElseThrow(() -> nowhere(home));
      return Optional.of(new Endpoint(Endpoint.of(server).baseUrl(), key));
    } catch (IllegalArgumentException malformed) {
      throw UsageException.of(malformed);
    }
  }

  /** How the request is sent and awaited. Each retry is a notice. */
  static StreamOptions options(Call call) {
    return options(call, call.notices());
  }

  static StreamOptions options(Call call, Notices notices) {
    Arguments arguments = call.arguments();
    StreamOptions options =
        StreamOptions.defaults()
            .timeouts(TimeoutFlags.timeouts(arguments))
            .onRetry(retry -> notices.notice(line(retry)));
    Optional<Integer> retries = arguments.value("--retries").map(Given::count);
    try {
      options = options.retries(retries.map(Retries.defaults()::limit).orElse(Retries.defaults()));
    } catch (IllegalArgumentException negative) {
      throw UsageException.of(negative);
    }
    options = arguments.on("--no-stream") ? options.whole() : options;
    return arguments.on("--no-include-usage") ? options.withoutUsage() : options;
  }

  /** One line for people on a retry. */
  private static String line(Retry retry) {
    Duration delay = retry.delay();
    String wait = delay.isZero() ? "now" : "in " + Figures.time(delay);
    return "attempt " + retry.attempt() + " " + wait + ": " + retry.cause().message();
  }

  private static Optional<ApiKey> key(Arguments arguments, Home home) {
    Optional<Path> file = arguments.value("--api-key-file").map(Given::path);
    Optional<String> secret =
        file.isPresent() ? file.map(ConnectionFlags::read) : arguments.variable(home.keyVariable());
    return secret.map(ApiKey::of);
  }

  private static UsageException nowhere(Home home) {
    return new UsageException(
        "no server is named, and this dialect has none; use --base-url or " + home.urlVariable());
  }

  /** The message does not quote the file: it may hold a key with a slip in it. */
  private static String read(Path file) {
    InputFiles.check(file);
    try {
      if (Files.size(file) > LONGEST_KEY) {
        throw new UsageException(file + " is too large to hold a key; name another file");
      }
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UsageException(file + " cannot be read as text; name another file", unreadable);
    }
  }
}
