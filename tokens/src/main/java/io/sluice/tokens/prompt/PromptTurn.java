package io.sluice.tokens.prompt;

import java.util.List;
import java.util.Optional;

/** A message of a prompt as the server puts it before the model, in the order of the request. */
sealed interface PromptTurn {

  /** The name of the part that it is. */
  String part();

  /** A message of text and pictures. */
  record Said(String part, String role, Optional<String> name, MessageContent content)
      implements PromptTurn {

    boolean isFromSystem() {
      return role.equals("system") || role.equals("developer");
    }

    boolean isAnswer() {
      return role.equals("assistant");
    }
  }

  /** A call. */
  record Called(String part, FunctionCall call) implements PromptTurn {}

  /** Several calls that are one message. */
  record CalledTogether(String part, List<FunctionCall> calls) implements PromptTurn {}

  /** The result of a call. */
  record Returned(String part, CallResult result) implements PromptTurn {}

  /** The results of several calls that are one message. */
  record ReturnedTogether(String part, List<CallResult> results) implements PromptTurn {}

  /** Something that no rule covers, with the text that stands for it in an estimate. */
  record Unknown(String part, String text) implements PromptTurn {}
}
