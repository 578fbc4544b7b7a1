package io.sluice.cli.run;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.Figures;
import io.sluice.cli.terminal.Notices;
import io.sluice.settings.NamedEndpoint;
import io.sluice.settings.SettingValue;
import io.sluice.stream.Retries;
import io.sluice.stream.Retry;
import io.sluice.stream.StreamOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Which server is asked, and how it is talked to.
 *
 * @param server what is said of the server
 * @param tls the files that TLS needs
 * @param stream how a request is sent, how long is waited, and how often it is sent again
 * @param dryRun whether requests are shown and not sent
 */
public record ConnectionOptions(
    ServerOptions server, TlsOptions tls, StreamOptions stream, boolean dryRun) {
  /** The flags, but for those of the timeouts. */
  static ArgGroupSpec flags() {
    List<OptionSpec> flags = new ArrayList<>(ServerOptions.flags());
    flags.addAll(TlsOptions.flags());
    flags.add(offline());
    flags.add(Flag.on(FlagKey.NO_STREAM, "ask for the answer in one piece"));
    flags.add(noIncludeUsage());
    flags.add(retries());
    return Flag.group("The server", flags.toArray(OptionSpec[]::new));
  }

  /** The flags for a command whose clients say how an answer is sent. */
  public static ArgGroupSpec flagsOfServer() {
    List<OptionSpec> flags = new ArrayList<>(ServerOptions.flags());
    flags.addAll(TlsOptions.flags());
    flags.add(offline());
    flags.add(noIncludeUsage());
    flags.add(retries());
    return Flag.group("The server that answers", flags.toArray(OptionSpec[]::new));
  }

  /** The flags for a command that asks for documents and not for answers. */
  public static ArgGroupSpec flagsOfDocuments() {
    List<OptionSpec> flags = new ArrayList<>(ServerOptions.flags());
    flags.addAll(TlsOptions.flags());
    flags.add(offline());
    flags.add(retries());
    return Flag.group("The server", flags.toArray(OptionSpec[]::new));
  }

  private static OptionSpec offline() {
    return Flag.on(FlagKey.OFFLINE, "ask the small built-in model, without a network");
  }

  private static OptionSpec noIncludeUsage() {
    return Flag.on(FlagKey.NO_INCLUDE_USAGE, "do not ask the server for usage, which some refuse");
  }

  private static OptionSpec retries() {
    return Flag.value(FlagKey.RETRIES, "N", "how often a request is sent again; 2");
  }

  /** Reads the options. */
  public static ConnectionOptions of(Arguments arguments) {
    return new ConnectionOptions(
        ServerOptions.of(arguments),
        TlsOptions.of(arguments),
        stream(arguments),
        arguments.on(FlagKey.DRY_RUN));
  }

  /**
   * Reads the options for another endpoint than the one that the call asks. Its own settings say
   * where it is and who asks; of the flags those count that say how long is waited, and how often a
   * request is sent again.
   */
  public static ConnectionOptions of(NamedEndpoint endpoint, Arguments arguments) {
    var named = new SettingValue(endpoint.namedBy(), endpoint.name());
    return new ConnectionOptions(
        ServerOptions.of(endpoint, arguments.files()),
        TlsOptions.of(endpoint, arguments),
        stream(arguments.at(named)),
        false);
  }

  /** How requests are sent and awaited, each retry being a notice. */
  public StreamOptions stream(Notices notices) {
    return stream.onRetry(retry -> notices.notice(line(retry)));
  }

  private static StreamOptions stream(Arguments arguments) {
    StreamOptions options =
        StreamOptions.defaults()
            .timeouts(TimeoutFlags.timeouts(arguments))
            .retries(retries(arguments));
    options = arguments.on(FlagKey.NO_STREAM) ? options.whole() : options;
    return arguments.on(FlagKey.NO_INCLUDE_USAGE) ? options.withoutUsage() : options;
  }

  private static Retries retries(Arguments arguments) {
    Optional<Integer> limit = arguments.value(FlagKey.RETRIES).map(SettingValue::count);
    try {
      return limit.map(Retries.defaults()::limit).orElse(Retries.defaults());
    } catch (IllegalArgumentException negative) {
      throw UsageException.of(negative);
    }
  }

  /** One line for people on a retry. */
  private static String line(Retry retry) {
    Duration delay = retry.delay();
    String wait = delay.isZero() ? "now" : "in " + Figures.time(delay);
    return "attempt " + retry.attempt() + " " + wait + ": " + retry.cause().message();
  }
}
