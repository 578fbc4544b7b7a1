package io.sluice.cli;

import io.sluice.stream.Failure;
import io.sluice.stream.Timeouts;
import io.sluice.stream.Timeouts.Comments;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How long is waited. */
final class TimeoutFlags {
  private TimeoutFlags() {}

  static ArgGroupSpec group() {
    return Flag.group(
        "How long is waited (500ms, 10s, 2m)",
        connect(),
        Flag.value("TIME", "for the first token; 300s", "--first-token-timeout"),
        idle(),
        Flag.value("TIME", "for the end, once a finish reason came; 15s", "--finish-timeout"),
        Flag.value("TIME", "for an answer in one piece; 600s", "--whole-timeout"),
        Flag.value("TIME", "for everything, retries included; no limit", "--total-timeout"),
        Flag.on("keep-alive comments are no signs of life", "--idle-ignores-comments"));
  }

  /** For a stream of which nothing is known but that it is one. */
  static ArgGroupSpec groupOfAnyStream() {
    return Flag.group("How long is waited (500ms, 10s, 2m)", connect(), idle());
  }

  static Timeouts timeouts(Arguments arguments) {
    try {
      Timeouts all = Timeouts.defaults();
      all = with(all, arguments, "--connect-timeout", all::connect);
      all = with(all, arguments, "--first-token-timeout", all::firstToken);
      all = with(all, arguments, "--idle-timeout", all::idle);
      all = with(all, arguments, "--finish-timeout", all::afterFinish);
      all = with(all, arguments, "--whole-timeout", all::whole);
      all = with(all, arguments, "--total-timeout", all::total);
      return arguments.on("--idle-ignores-comments") ? all.comments(Comments.IGNORED) : all;
    } catch (IllegalArgumentException tooShort) {
      throw UsageException.of(tooShort);
    }
  }

  /** What a limit that was reached means, with the flag that raises it. */
  static String reached(Failure.TimedOut limit) {
    String flag = "--" + limit.which().word().replace('_', '-') + "-timeout";
    return limit.waited() + "; allow more with " + flag;
  }

  private static Timeouts with(
      Timeouts all, Arguments arguments, String flag, Function<Duration, Timeouts> change) {
    Optional<Duration> given = arguments.value(flag).map(Given::duration);
    return given.map(change).orElse(all);
  }

  private static OptionSpec connect() {
    return Flag.value("TIME", "for a connection; 10s", "--connect-timeout");
  }

  private static OptionSpec idle() {
    return Flag.value("TIME", "between two signs of life; 60s", "--idle-timeout");
  }
}
