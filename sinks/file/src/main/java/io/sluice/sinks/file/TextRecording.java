package io.sluice.sinks.file;

import io.sluice.chat.Choice;
import io.sluice.chat.Message;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.text.CodeSelection;
import io.sluice.text.SelectedCode;
import io.sluice.text.TextOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * The answer as a person reads it: choice 0 as it comes, the others after the end; a last line says
 * so if the answer did not complete. Mutable; for one run.
 */
final class TextRecording implements Sink {

  private final RecordTarget target;
  private final TextOutput text;
  private final Optional<CodeSelection> selection;
  private final Optional<SelectedCode> code;

  /** Writes what {@code selection} means of each choice; all of it if that is empty. */
  TextRecording(RecordTarget target, Optional<CodeSelection> selection) {
    this.target = target;
    this.text = TextOutput.to(target.out());
    this.selection = selection;
    this.code = selection.map(SelectedCode::new);
  }

  /** An empty line sets this answer apart from the one before. */
  @Override
  public void onOpen(StreamContext context) throws IOException {
    if (target.hasEarlierContent()) {
      text.write("\n");
      text.flush();
    }
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    String part = chunk.text();
    text.write(code.map(taken -> taken.add(part)).orElse(part));
    text.flush();
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    text.write(code.map(taken -> taken.end(outcome.completion().text())).orElse(""));
    for (Choice choice : outcome.completion().choices()) {
      writeRest(choice);
    }
    EndMark.write(text, outcome);
    text.flush();
  }

  /** Of choice 0 only what was not text: that has been written. */
  private void writeRest(Choice choice) throws IOException {
    Message message = choice.message();
    String content = message.content().orElse("");
    if (choice.index() != 0) {
      text.endLine();
      text.write("--- choice " + choice.index() + " ---\n");
      text.write(selection.flatMap(block -> block.of(content)).orElse(content));
    }
    if (content.isEmpty()) {
      text.write(message.refusal().orElse(""));
    }
  }
}
