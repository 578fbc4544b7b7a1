package io.sluice.cli.bench;

import io.sluice.bench.measure.TextTokens;
import io.sluice.bench.workload.PromptList;
import io.sluice.bench.workload.SyntheticPrompts;
import io.sluice.bench.workload.TokenLengths;
import io.sluice.bench.workload.TracePrompts;
import io.sluice.bench.workload.Workload;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.ReadableFile;
import io.sluice.settings.SettingValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgGroupSpec;

/**
 * What is asked.
 *
 * @param prompts a file with prompts
 * @param trace a recorded trace
 * @param speed how much faster than recorded a trace is played
 * @param lengths how long made-up prompts are, if there is neither file
 * @param seed the seed of made-up prompts and of schedules
 */
record WorkloadOptions(
    Optional<Path> prompts, Optional<Path> trace, double speed, TokenLengths lengths, long seed) {

  static ArgGroupSpec flags() {
    return Flag.group(
        "What is asked",
        Flag.value(
            FlagKey.PROMPTS,
            "FILE",
            "a prompt in each line: text, or JSON with prompt or messages; asked in turn"),
        Flag.value(
            FlagKey.SYNTHETIC,
            "LENGTHS",
            "made-up prompts; in=512,out=128 tokens unless given; also in-stdev, out-stdev,"
                + " prefix"),
        Flag.value(
            FlagKey.TRACE, "FILE", "a recorded trace: Azure's CSV, or JSON lines; sets the times"),
        Flag.value(FlagKey.SPEED, "N", "how much faster than recorded a trace is played; 1"));
  }

  static WorkloadOptions of(Arguments arguments) {
    List<FlagKey> kinds = List.of(FlagKey.PROMPTS, FlagKey.SYNTHETIC, FlagKey.TRACE);
    FlagRules.check(arguments, kinds);
    return new WorkloadOptions(
        file(arguments, FlagKey.PROMPTS),
        file(arguments, FlagKey.TRACE),
        arguments.chosen(FlagKey.SPEED).map(SettingValue::number).orElse(1.0),
        arguments
            .value(FlagKey.SYNTHETIC)
            .map(given -> FlagRules.read(given, TokenLengths::parse))
            .orElseGet(TokenLengths::usual),
        arguments.chosen(FlagKey.SEED).map(SettingValue::whole).orElse(1L));
  }

  private static Optional<Path> file(Arguments arguments, FlagKey flag) {
    Optional<Path> file =
        arguments.value(flag).map(SettingValue::path).map(arguments.folder()::resolve);
    file.ifPresent(ReadableFile::check);
    return file;
  }

  /** Reads the files, or makes the prompts up. */
  Workload workload(TextTokens.Factory tokens) throws IOException {
    try {
      if (prompts.isPresent()) {
        return PromptList.read(prompts.get());
      }
      return trace.isPresent()
          ? TracePrompts.read(trace.get(), speed, seed, tokens)
          : new SyntheticPrompts(lengths, seed, tokens);
    } catch (IllegalArgumentException malformed) {
      throw UsageException.of(malformed);
    }
  }
}
