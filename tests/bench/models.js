/** The official SDK's own models of the answer, and the function that it fills them with. */

import * as body from "@alicloud/ecs20140526/dist/models/DescribeInvocationsResponseBody.js";
import * as runtime from "@darabonba/typescript";

export const models = {
  DescribeInvocationsResponseBody:
    body.DescribeInvocationsResponseBody ?? body.default.DescribeInvocationsResponseBody,
  cast: runtime.cast ?? runtime.default.cast,
};
