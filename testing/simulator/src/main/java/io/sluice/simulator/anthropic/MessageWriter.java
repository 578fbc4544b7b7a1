package io.sluice.simulator.anthropic;

import io.sluice.simulator.chat.AnswerChoice;
import io.sluice.simulator.chat.AnswerPart;
import io.sluice.simulator.chat.AnswerWriter;
import io.sluice.simulator.json.JsonFields;
import io.sluice.simulator.script.EventFraming;
import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a message: its beginning, its blocks one after the other, and why it stopped. Mutable, one
 * reader.
 */
final class MessageWriter implements AnswerWriter {
  private final MessageFields fields;
  private final AnswerChoice choice;
  private final List<Step> steps = new ArrayList<>();
  private Block open = Block.NONE;
  private int index = -1;

  /** What the block that is open contains. */
  private enum Block {
    NONE,
    THINKING,
    TEXT,
    CALL
  }

  MessageWriter(MessageFields fields, AnswerChoice choice) {
    this.fields = fields;
    this.choice = choice;
  }

  @Override
  public List<Step> opening() {
    add(Mark.CHUNK, fields.start());
    return taken();
  }

  @Override
  public List<Step> part(AnswerChoice same, AnswerPart part) {
    if (part instanceof AnswerPart.Thought thought) {
      begin(Block.THINKING, MessageFields.thinking("", ""));
      if (fields.showsReasoning()) {
        say(JsonFields.of("type", "thinking_delta").with("thinking", thought.text()));
      }
    } else if (part instanceof AnswerPart.Said said) {
      begin(Block.TEXT, MessageFields.text(""));
      say(JsonFields.of("type", "text_delta").with("text", said.text()));
    } else if (part instanceof AnswerPart.CallStart start) {
      end();
      begin(Block.CALL, MessageFields.toolUse(start.id(), start.name(), JsonFields.none()));
    } else if (part instanceof AnswerPart.CallArguments arguments) {
      say(JsonFields.of("type", "input_json_delta").with("partial_json", arguments.text()));
    }
    return taken();
  }

  private void say(JsonFields delta) {
    add(Mark.CHUNK, delta(index, delta));
  }

  /** Goes on with the block that is open if it is of that kind; else ends that and opens one. */
  private void begin(Block kind, JsonFields block) {
    if (open == kind) {
      return;
    }
    end();
    open = kind;
    index++;
    add(Mark.OTHER, start(index, block));
    if (index == 0) {
      add(Mark.OTHER, JsonFields.of("type", "ping"));
    }
  }

  private void end() {
    if (open == Block.THINKING) {
      JsonFields signed =
          JsonFields.of("type", "signature_delta").with("signature", MessageFields.SIGNATURE);
      add(Mark.OTHER, delta(index, signed));
    }
    if (open != Block.NONE) {
      add(Mark.OTHER, JsonFields.of("type", "content_block_stop").with("index", index));
    }
    open = Block.NONE;
  }

  @Override
  public List<Step> finish(AnswerChoice same) {
    end();
    add(Mark.FINISH, MessageFields.stop(choice));
    return taken();
  }

  @Override
  public List<Step> closing() {
    add(Mark.DONE, JsonFields.of("type", "message_stop"));
    return taken();
  }

  @Override
  public String whole() {
    return fields.whole(choice).toString();
  }

  /** The event that begins a block. */
  static JsonFields start(int index, JsonFields block) {
    return JsonFields.of("type", "content_block_start")
        .with("index", index)
        .with("content_block", block);
  }

  /** The event that adds to a block. */
  static JsonFields delta(long index, JsonFields delta) {
    return JsonFields.of("type", "content_block_delta").with("index", index).with("delta", delta);
  }

  private void add(Mark mark, JsonFields event) {
    steps.add(EventFraming.NAMED.event(mark, event.toString()));
  }

  private List<Step> taken() {
    List<Step> taken = List.copyOf(steps);
    steps.clear();
    return taken;
  }
}
