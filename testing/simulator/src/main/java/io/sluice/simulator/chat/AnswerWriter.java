package io.sluice.simulator.chat;

import io.sluice.simulator.script.Step;
import java.util.List;

/**
 * Writes one answer in the format of an API, as a stream or in one piece. Each method of a stream
 * returns the steps that the API has for it, which may be none. Mutable, one reader.
 */
public interface AnswerWriter {

  /** The steps before anything is said, without the head. */
  List<Step> opening();

  /** The steps for what a choice says next. */
  List<Step> part(AnswerChoice choice, AnswerPart part);

  /** The steps for the end of a choice, which has said everything. */
  List<Step> finish(AnswerChoice choice);

  /** The steps after all choices have ended, without the end of the body. */
  List<Step> closing();

  /** The answer as one JSON document; call it only when all choices have ended. */
  String whole();
}
