package io.sluice.cli.tools;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.ReadableFile;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.SimulatorBuilder;
import io.sluice.simulator.fault.Fault;
import io.sluice.simulator.fault.FaultKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.CommandSpec;

/** A server of OpenAI's and other APIs on loopback, until a signal ends it. */
public final class SimulateCommand implements Command {
  @Override
  public String name() {
    return "simulate";
  }

  @Override
  public String summary() {
    return "serves an OpenAI-compatible API on loopback: a small model, records, faults";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice simulate --port 8080 --rate 20", "a server to try things against"),
        new Example("sluice simulate --fault cut=5", "its answers break after five events"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "simulate [flags]");
    spec.usageMessage()
        .description(
            "",
            "Serves an OpenAI-compatible API on loopback, until SIGINT (exit 130) or SIGTERM"
                + " (143).",
            "The first line on stdout is the base URL. OpenAI's Responses and Anthropic's Messages",
            "are served there, too; Gemini's API at /v1beta, and Ollama's own at /api.",
            "",
            "The small model 'sluice-offline' calls tools (tools, tool_choice), writes JSON",
            "(response_format), tells probabilities (logprobs), thinks (reasoning_effort) and",
            "refuses what it cannot do, as OpenAI does.",
            "");
    spec.addOption(Flag.value(FlagKey.PORT, "N", "the port; 0, the default, takes a free one"));
    spec.addOption(
        Flag.value(FlagKey.REPLAY, "FILE", "answer with this record, not the small model"));
    spec.addOption(Flag.value(FlagKey.RATE, "N", "chunks a second; 0, the default, for no limit"));
    spec.addOption(Flag.value(FlagKey.FAULT, "NAME[=N]", "something that goes wrong; repeatable"));
    spec.addOption(
        Flag.on(FlagKey.BAD_CERTIFICATE, "speak TLS with a certificate that no authority signed"));
    spec.addOption(OutputFlags.debug());
    Help.completed(spec);
    spec.usageMessage().footer(faults());
    return spec;
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    var stopped = new CountDownLatch(1);
    try (Simulator simulator = start(SimulateOptions.of(arguments))) {
      call.interruption().stopBy(stopped::countDown);
      call.streams().out().print(simulator.baseUrl() + "\n");
      stopped.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return call.interruption().raised().orElse(ExitCode.COMPLETED);
  }

  private static Simulator start(SimulateOptions options) {
    SimulatorBuilder builder = Simulator.builder();
    try {
      options.port().ifPresent(builder::port);
      options.replay().ifPresent(file -> replay(builder, file));
      options.rate().ifPresent(builder::rate);
      options.faults().forEach(builder::fault);
      if (options.badCertificate()) {
        builder.badCertificate();
      }
      return builder.start();
    } catch (IllegalArgumentException | UncheckedIOException refused) {
      throw UsageException.of(refused);
    }
  }

  private static void replay(SimulatorBuilder builder, Path file) {
    ReadableFile.check(file);
    builder.replay(file);
  }

  private static String[] faults() {
    List<FaultKind> kinds = Fault.kinds();
    var lines = new String[kinds.size() + 2];
    lines[0] = "";
    lines[1] = "Faults, also one request at a time by the header X-Simulate: NAME[=N]";
    for (int i = 0; i < kinds.size(); i++) {
      FaultKind kind = kinds.get(i);
      lines[i + 2] = String.format("  %-22s %s", kind.usage(), kind.description());
    }
    return lines;
  }
}
