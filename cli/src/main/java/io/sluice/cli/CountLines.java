package io.sluice.cli;

import java.io.IOException;
import java.util.List;

/** Prints counts, a line each: bare numbers for one input, with its name for several. */
final class CountLines {
  private final Call call;
  private final List<String> inputs;

  CountLines(Call call, List<String> inputs) {
    this.call = call;
    this.inputs = inputs;
  }

  void print(String input, TextCounter.Count count) throws IOException {
    String name = inputs.size() > 1 ? "\t" + OneLine.of(input) : "";
    print(call.arguments().on("--json") ? count.json() : count.counted().tokens() + name);
  }

  void print(String line) throws IOException {
    call.streams().out().print(line + "\n");
  }
}
