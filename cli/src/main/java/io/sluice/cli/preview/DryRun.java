package io.sluice.cli.preview;

import io.sluice.chat.ChatRequest;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.run.OutputOptions;
import io.sluice.cli.run.RequestSession;
import io.sluice.cli.run.Sinks;
import io.sluice.cli.run.Upstream;
import io.sluice.cli.settings.FlagKey;
import io.sluice.pipeline.Pipeline;
import io.sluice.stream.StreamOptions;
import io.sluice.text.Printable;
import java.io.IOException;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Shows requests in place of sending them: on stdout the request, on stderr its tokens and its
 * price; or all of it as one JSON object a request on stdout. Immutable.
 */
public final class DryRun {
  private final OutputOptions output;
  private final Call call;
  private final Form form;

  private DryRun(OutputOptions output, Call call, Form form) {
    this.output = output;
    this.call = call;
    this.form = form;
  }

  /** Shows requests as text, unless the options ask for JSON. */
  public static DryRun of(OutputOptions output, Call call) {
    boolean json = output.owner() == OutputOptions.Owner.JSON;
    return new DryRun(output, call, json ? Form.JSON : Form.TEXT);
  }

  /** The flag that shows a request instead of sending it. */
  public static OptionSpec flag() {
    return Flag.on(FlagKey.DRY_RUN, "show the request, its tokens and its price; send nothing");
  }

  /** A copy that prints JSON. */
  public DryRun asJson() {
    return new DryRun(output, call, Form.JSON);
  }

  /**
   * Shows the one request of a session.
   *
   * @throws io.sluice.cli.settings.UsageException in one line, if it would not be sent
   * @throws IOException if it cannot write to stdout
   */
  public ExitCode show(RequestSession session, ChatRequest request, StreamOptions options)
      throws IOException {
    check(session.sinks());
    RequestPreview preview = preview(session.upstream(), request, options);
    if (form == Form.JSON) {
      printLine(preview.json());
    } else {
      print(preview.text());
      preview.figures().forEach(call.streams().err()::println);
    }
    return ExitCode.COMPLETED;
  }

  /**
   * Shows one of several requests, under its label.
   *
   * @throws io.sluice.cli.settings.UsageException in one line, if it would not be sent
   * @throws IOException if it cannot write to stdout
   */
  public void show(String label, Upstream upstream, ChatRequest request, StreamOptions options)
      throws IOException {
    RequestPreview preview = preview(upstream, request, options);
    if (form == Form.JSON) {
      printLine(preview.json(label));
    } else {
      print("--- " + label + " ---\n" + preview.text());
      preview.figures().forEach(line -> call.streams().err().println(label + ": " + line));
    }
  }

  /**
   * Makes the sinks, which opens none of them.
   *
   * @throws io.sluice.cli.settings.UsageException in one line, if a sink refuses its options
   */
  public void check(Sinks sinks) {
    sinks.addTo(Pipeline.ofSources());
  }

  private RequestPreview preview(Upstream upstream, ChatRequest request, StreamOptions options) {
    return RequestPreview.of(upstream, request, options, output.prices());
  }

  private void printLine(String object) throws IOException {
    call.streams().out().print(object + "\n");
  }

  private void print(String text) throws IOException {
    boolean terminal = call.streams().terminals().out();
    call.streams().out().print(terminal ? Printable.text(text) : text);
  }

  /** How a request is shown. */
  private enum Form {
    TEXT,
    JSON
  }
}
