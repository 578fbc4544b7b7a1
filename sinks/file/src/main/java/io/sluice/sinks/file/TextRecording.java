package io.sluice.sinks.file;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.text.AnswerText;
import io.sluice.text.CodeSelection;
import io.sluice.text.TextOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The answer as a person reads it: choice 0 as it comes, the others after the end; a last line says
 * so if the answer did not complete. Mutable; for one run.
 */
final class TextRecording implements Sink {

  private final RecordTarget target;
  private final TextOutput text;
  private final AnswerText answer;

  /** Writes what {@code selection} means of each choice; all of it if that is empty. */
  TextRecording(RecordTarget target, Optional<CodeSelection> selection) {
    this.target = target;
    this.text = TextOutput.to(target.out());
    this.answer = selection.map(AnswerText::of).orElseGet(AnswerText::whole);
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
    text.write(answer.add(chunk.text()));
    text.flush();
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    answer.writeRest(outcome.completion(), text, UnaryOperator.identity());
    EndMark.write(text, outcome);
    text.flush();
  }
}
