package io.sluice.cli.run;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.SettingValue;
import io.sluice.stream.Failure;
import io.sluice.stream.Timeouts;
import io.sluice.stream.Timeouts.Comments;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The flags that limit how long is waited. */
public final class TimeoutFlags {
  private TimeoutFlags() {}

  /** The flags that limit how long an answer is waited for. */
  public static ArgGroupSpec group() {
    return Flag.group(
        "Timeouts (500ms, 10s, 2m)",
        connect(),
        Flag.value(FlagKey.FIRST_TOKEN_TIMEOUT, "TIME", "for the first token; 300s"),
        idle(),
        Flag.value(FlagKey.FINISH_TIMEOUT, "TIME", "for the end, once a finish reason came; 15s"),
        whole(),
        total(),
        Flag.on(FlagKey.IDLE_IGNORES_COMMENTS, "keep-alive comments are no signs of life"));
  }

  /** For a stream of which nothing is known but that it is one. */
  public static ArgGroupSpec groupOfAnyStream() {
    return Flag.group("Timeouts (500ms, 10s, 2m)", connect(), idle());
  }

  /** For a document, which has neither a first token nor a finish. */
  public static ArgGroupSpec groupOfDocuments() {
    return Flag.group("Timeouts (500ms, 10s, 2m)", connect(), idle(), whole(), total());
  }

  /** Returns the limits that these arguments set; the defaults for the others. */
  public static Timeouts timeouts(Arguments arguments) {
    try {
      Timeouts all = Timeouts.defaults();
      all = with(all, arguments, FlagKey.CONNECT_TIMEOUT, all::connect);
      all = with(all, arguments, FlagKey.FIRST_TOKEN_TIMEOUT, all::firstToken);
      all = with(all, arguments, FlagKey.IDLE_TIMEOUT, all::idle);
      all = with(all, arguments, FlagKey.FINISH_TIMEOUT, all::afterFinish);
      all = with(all, arguments, FlagKey.WHOLE_TIMEOUT, all::whole);
      all = with(all, arguments, FlagKey.TOTAL_TIMEOUT, all::total);
      return arguments.on(FlagKey.IDLE_IGNORES_COMMENTS) ? all.comments(Comments.IGNORED) : all;
    } catch (IllegalArgumentException tooShort) {
      throw UsageException.of(tooShort);
    }
  }

  /** What a limit that was reached means, with the flag that raises it. */
  static String reached(Failure.TimedOut limit) {
    return limit.waited() + "; allow more with " + flag(limit.which()).flag();
  }

  private static FlagKey flag(Failure.Timer timer) {
    return switch (timer) {
      case CONNECT -> FlagKey.CONNECT_TIMEOUT;
      case FIRST_TOKEN -> FlagKey.FIRST_TOKEN_TIMEOUT;
      case IDLE -> FlagKey.IDLE_TIMEOUT;
      case WHOLE -> FlagKey.WHOLE_TIMEOUT;
      case TOTAL -> FlagKey.TOTAL_TIMEOUT;
    };
  }

  private static Timeouts with(
      Timeouts all, Arguments arguments, FlagKey flag, Function<Duration, Timeouts> change) {
    Optional<Duration> given = arguments.value(flag).map(SettingValue::duration);
    return given.map(change).orElse(all);
  }

  private static OptionSpec connect() {
    return Flag.value(FlagKey.CONNECT_TIMEOUT, "TIME", "for a connection; 10s");
  }

  private static OptionSpec whole() {
    return Flag.value(FlagKey.WHOLE_TIMEOUT, "TIME", "for an answer in one piece; 600s");
  }

  private static OptionSpec total() {
    return Flag.value(FlagKey.TOTAL_TIMEOUT, "TIME", "for everything, retries included; no limit");
  }

  private static OptionSpec idle() {
    return Flag.value(FlagKey.IDLE_TIMEOUT, "TIME", "between two signs of life; 60s");
  }
}
