package io.sluice.sinks.file;

import io.sluice.chat.Choice;
import io.sluice.chat.Message;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The answer as a person reads it: choice 0 as it comes, the others after the end; a last line says
 * so if the answer did not complete. Mutable; for one run.
 */
final class TextRecording implements Recording {

  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private final Target target;
  private final Writer writer;
  private boolean withinLine;

  TextRecording(Target target) {
    this.target = target;
    this.writer = new OutputStreamWriter(target.out(), encoder());
  }

  /** An empty line sets this answer apart from the one before. */
  @Override
  public void open(StreamContext context) throws IOException {
    if (target.hasEarlierContent()) {
      write("\n");
      writer.flush();
    }
  }

  @Override
  public void retry(Retry retry) {}

  @Override
  public void chunk(Chunk chunk) throws IOException {
    write(chunk.text());
    writer.flush();
  }

  @Override
  public void end(Outcome outcome) throws IOException {
    for (Choice choice : outcome.completion().choices()) {
      writeRest(choice);
    }
    endLine();
    if (outcome.status() != Status.COMPLETED) {
      write(mark(outcome) + "\n");
    }
    writer.flush();
  }

  /** Of choice 0 only what was not text: that has been written. */
  private void writeRest(Choice choice) throws IOException {
    Message message = choice.message();
    String text = message.content().orElse("");
    if (choice.index() != 0) {
      endLine();
      write("--- choice " + choice.index() + " ---\n");
      write(text);
    }
    if (text.isEmpty()) {
      write(message.refusal().orElse(""));
    }
  }

  private static String mark(Outcome outcome) {
    String word = outcome.status().word().replace('_', ' ');
    return "["
        + outcome.failure().map(Failure::message).map(why -> word + ": " + why).orElse(word)
        + "]";
  }

  private void write(String text) throws IOException {
    if (!text.isEmpty()) {
      writer.write(text);
      withinLine = text.charAt(text.length() - 1) != '\n';
    }
  }

  private void endLine() throws IOException {
    if (withinLine) {
      write("\n");
    }
  }

  /**
   * It keeps half a surrogate pair until the other half comes, and replaces one that stays alone.
   */
  private static CharsetEncoder encoder() {
    return StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .replaceWith(REPLACEMENT);
  }
}
