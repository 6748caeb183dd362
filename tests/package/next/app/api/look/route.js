import { answer } from "../../../answer.js";
import { look } from "../../../look.js";

export const dynamic = "force-dynamic";

export async function GET() {
  return Response.json(await look(answer));
}
