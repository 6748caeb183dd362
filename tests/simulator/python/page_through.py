"""Asks an ECS endpoint through the official Python SDK.

Reads {"target": {...}, "calls": [...]} from stdin and prints one answer per call as JSON:
{"records": [...], "pages": N} or {"error": code, "status": N}.
"""

import json
import sys
from urllib.parse import urlsplit

from alibabacloud_ecs20140526 import models
from alibabacloud_ecs20140526.client import Client
from alibabacloud_tea_openapi.models import Config


def send(client, action, parameters):
    if action == "DescribeInvocations":
        request = models.DescribeInvocationsRequest().from_map(parameters)
        return client.describe_invocations(request).body.to_map()
    request = models.DescribeInvocationResultsRequest().from_map(parameters)
    return client.describe_invocation_results(request).body.to_map()["Invocation"]


def ask(client, call):
    records, pages, next_token = [], 0, ""
    while True:
        parameters = dict(call["parameters"])
        if next_token:
            parameters["NextToken"] = next_token
        page = send(client, call["action"], parameters)
        pages += 1
        wrapper = page.get("Invocations") or page.get("InvocationResults")
        for rows in wrapper.values():
            records.extend(rows)
        next_token = page.get("NextToken") or ""
        if not (call.get("allPages") and next_token):
            return {"records": records, "pages": pages}


def main():
    question = json.load(sys.stdin)
    target = question["target"]
    url = urlsplit(target["url"])
    client = Client(
        Config(
            access_key_id=target["accessKeyId"],
            access_key_secret=target["accessKeySecret"],
            endpoint=url.netloc,
            protocol=url.scheme,
            region_id="cn-hangzhou",
        )
    )
    answers = []
    for call in question["calls"]:
        try:
            answers.append(ask(client, call))
        except Exception as error:
            code = getattr(error, "code", None)
            if code is None:
                raise
            answers.append({"error": code, "status": getattr(error, "status_code", None)})
    json.dump(answers, sys.stdout)


main()
