package io.sluice.bench.workload;

import io.sluice.chat.ChatRequest;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.RequestJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32;

/**
 * Prompts from a file, asked in turn and again from the first: a prompt in each line, or JSON lines
 * each of which is a string, an object with {@code prompt}, or a whole request with {@code
 * messages}. Immutable.
 */
public final class PromptList implements Workload {
  private final List<PlannedPrompt> prompts;
  private final String description;

  private PromptList(List<PlannedPrompt> prompts, String description) {
    this.prompts = List.copyOf(prompts);
    this.description = description;
  }

  /**
   * Reads a file of at most 256 MiB.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException in one line with the number of the line, if it holds no
   *     prompts
   */
  public static PromptList read(Path file) throws IOException {
    String text = WorkloadFile.text(file);
    var sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    List<PlannedPrompt> prompts = new ArrayList<>();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (!line.isBlank()) {
        prompts.add(prompt(line, file + ":" + number));
      }
    }
    if (prompts.isEmpty()) {
      throw new IllegalArgumentException(file + " has no prompts; write one in each line");
    }
    return new PromptList(
        prompts, prompts.size() + " prompts, checksum " + Long.toHexString(sum.getValue()));
  }

  private static PlannedPrompt prompt(String line, String place) {
    char first = line.strip().charAt(0);
    if (first != '{' && first != '"') {
      return PlannedPrompt.of(line, OptionalInt.empty());
    }
    try {
      JsonValue value = JsonValue.read(line);
      Optional<String> text =
          value.string().or(() -> value.object().flatMap(object -> object.string("prompt")));
      if (text.isPresent()) {
        return PlannedPrompt.of(text.get(), value.object().map(PromptList::asked).orElse(NONE));
      }
      ChatRequest request = RequestJson.read(line);
      return new PlannedPrompt(request.messages(), asked(JsonObject.read(line)));
    } catch (IllegalArgumentException broken) {
      throw new IllegalArgumentException(
          place + " is no prompt; use a text, {\"prompt\": …} or {\"messages\": …}", broken);
    }
  }

  private static final OptionalInt NONE = OptionalInt.empty();

  private static OptionalInt asked(JsonObject line) {
    long tokens = line.wholeNumber("max_tokens").orElse(0);
    return tokens > 0 ? OptionalInt.of((int) Math.min(tokens, Integer.MAX_VALUE)) : NONE;
  }

  @Override
  public PlannedPrompt prompt(long number) {
    return prompts.get((int) (number % prompts.size()));
  }

  @Override
  public int tried() {
    return prompts.size();
  }

  @Override
  public String description() {
    return description;
  }
}
