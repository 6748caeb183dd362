//! What error codes, sentences, exit codes and API errors mean, in zh-CN and en.
