package io.sluice.cli.run;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.Figures;
import io.sluice.cli.terminal.Notices;
import io.sluice.settings.SettingValue;
import io.sluice.stream.Retries;
import io.sluice.stream.Retry;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.DialectDefaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The flags that choose a server and say how to talk to it. */
public final class ConnectionFlags {
  private ConnectionFlags() {}

  public static ArgGroupSpec group() {
    List<OptionSpec> flags =
        new ArrayList<>(
            List.of(
                EndpointFlag.option(),
                DialectFlag.ofServer(),
                Flag.value(
                    FlagKey.BASE_URL,
                    "URL",
                    "the server, its /v1 included; else OPENAI_BASE_URL, or ANTHROPIC_BASE_URL"),
                Flag.value(
                    FlagKey.API_KEY_FILE,
                    "FILE",
                    "holds the key; else OPENAI_API_KEY, or ANTHROPIC_API_KEY")));
    flags.addAll(TlsFlags.options());
    flags.add(Flag.on(FlagKey.OFFLINE, "ask the small built-in model, without a network"));
    flags.add(Flag.on(FlagKey.NO_STREAM, "ask for the answer in one piece"));
    flags.add(
        Flag.on(FlagKey.NO_INCLUDE_USAGE, "do not ask the server for usage, which some refuse"));
    flags.add(Flag.value(FlagKey.RETRIES, "N", "how often a request is sent again; 2"));
    return Flag.group("The server", flags.toArray(OptionSpec[]::new));
  }

  /** The server to ask; empty if the built-in model is to answer. */
  public static Optional<ServerChoice> server(Call call, DialectDefaults defaults) {
    if (call.arguments().on(FlagKey.OFFLINE)) {
      return Optional.empty();
    }
    return Optional.of(ServerLookup.of(call, defaults)).filter(ServerChoice::isNamed);
  }

  /** How the request is sent and awaited. Each retry is a notice. */
  public static StreamOptions options(Call call) {
    return options(call, call.notices());
  }

  public static StreamOptions options(Call call, Notices notices) {
    Arguments arguments = call.arguments();
    StreamOptions options =
        StreamOptions.defaults()
            .timeouts(TimeoutFlags.timeouts(arguments))
            .onRetry(retry -> notices.notice(line(retry)));
    Optional<Integer> retries = arguments.value(FlagKey.RETRIES).map(SettingValue::count);
    try {
      options = options.retries(retries.map(Retries.defaults()::limit).orElse(Retries.defaults()));
    } catch (IllegalArgumentException negative) {
      throw UsageException.of(negative);
    }
    options = arguments.on(FlagKey.NO_STREAM) ? options.whole() : options;
    return arguments.on(FlagKey.NO_INCLUDE_USAGE) ? options.withoutUsage() : options;
  }

  /** One line for people on a retry. */
  private static String line(Retry retry) {
    Duration delay = retry.delay();
    String wait = delay.isZero() ? "now" : "in " + Figures.time(delay);
    return "attempt " + retry.attempt() + " " + wait + ": " + retry.cause().message();
  }
}
