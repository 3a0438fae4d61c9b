/** A receiver as short as one can be, for Node: it checks the signature, answers, and works afterwards. */
export const receiverExample = `import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

const webhook = new Webhook(process.env.WEBHOOK_SECRET);

createServer(async (request, response) => {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  try {
    const told = webhook.verify(body, request.headers);
    response.writeHead(204).end();
    console.log(request.headers['webhook-id'], told.type, told.data.subjectId);
  } catch {
    response.writeHead(400).end();
  }
}).listen(8090);
`;
